#ifndef AB_CRASH_H
#define AB_CRASH_H

#include <stdint.h>

/// What a helper leaves when its library ends it, in the last `AB_REPORT_BYTES` bytes of the file
/// that it shares with its controller: a head, then four pieces at fixed places.
///
/// It is written in the order of its fields, so that an end in the middle leaves what is there. The
/// layout is the same for every architecture.
struct ab_report {
  /// `AB_REPORT_MARK` once the fields up to the registers are there.
  uint32_t mark;
  /// The signal, or 0 where the library called `exit`.
  int32_t signal;
  /// The signal's code, as in `siginfo_t`.
  int32_t code;
  /// Who sent it, where a process did; the system call, where one was refused.
  int32_t sender;
  /// The process, and the thread that met the signal.
  int32_t process;
  int32_t thread;
  /// The machine's number in ELF files.
  uint32_t machine;
  /// C's `errno` on that thread.
  int32_t error_number;
  /// The address that could not be used, or that of the instruction.
  uint64_t fault_address;
  /// The registers in the order that DWARF gives them; the program counter is 8 of i386, 16 of
  /// x86-64.
  uint64_t registers[17];
  /// Where the kernel's own code lies, and how many bytes of it are at `AB_REPORT_KERNEL_OFFSET`.
  uint64_t kernel_address;
  uint32_t kernel_byte_count;
  /// How many bytes of text are at `AB_REPORT_MAPS_OFFSET`: the executable lines of
  /// `/proc/self/maps`.
  uint32_t maps_byte_count;
  /// Where the stack begins, and how many bytes of it are at `AB_REPORT_STACK_OFFSET`.
  uint64_t stack_address;
  uint32_t stack_byte_count;
  /// 1 where it was the thread for calls beside others.
  uint32_t is_aside;
};

/// Which guarded memory the address is at that could not be used, at `AB_REPORT_OVERRUN_OFFSET`: see
/// `ab_guard.h`.
struct ab_report_overrun {
  /// `AB_REPORT_OVERRUN_MARK` once the rest is there.
  uint32_t mark;
  /// 1 where it was read, 2 where it was written, 0 where that is not known.
  uint32_t access;
  uint64_t memory;
  uint64_t byte_count;
  int32_t argument;
  int32_t text;
  /// Whether the call whose memory it was had returned.
  uint32_t is_returned;
  uint32_t function_byte_count;
  uint8_t function[96];
};

enum {
  AB_REPORT_MARK = 0x31434241,
  AB_REPORT_OVERRUN_MARK = 0x3152564F,
  AB_REPORT_BYTES = 1048576,
  AB_REPORT_OVERRUN_OFFSET = 1024,
  AB_REPORT_KERNEL_OFFSET = 4096,
  AB_REPORT_KERNEL_BYTES = 16384,
  AB_REPORT_MAPS_OFFSET = 20480,
  AB_REPORT_MAPS_BYTES = 110592,
  AB_REPORT_STACK_OFFSET = 131072,
  AB_REPORT_STACK_BYTES = 917504,
};

/// Whether a descriptor stands for a file that has more than a report: room for messages.
int ab_report_file_is_shared(int descriptor);

/// Has this process leave a report at the end of the file, where the descriptor stands for one: when
/// a signal ends it that says what is wrong with a program, or `exit` that is not its own. A child
/// that it forks leaves none, until it calls this itself.
void ab_report_at_end(int descriptor);

/// Says that the calling thread is the one for calls beside others.
void ab_report_aside(void);

/// Says that the process ends of its own will.
void ab_report_nothing(void);

#endif
