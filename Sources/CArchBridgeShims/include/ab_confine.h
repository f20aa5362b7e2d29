#ifndef AB_CONFINE_H
#define AB_CONFINE_H

#include <stddef.h>
#include <stdint.h>

/// What a process is kept from doing, as bits of `ab_confinement.restrictions`. With any of them it
/// gains no rights by starting programs, reaches no memory of processes outside, and is refused what
/// would lead round the others.
enum {
  /// Sockets of every kind.
  AB_RESTRICT_NETWORK = 1,
  /// Changes to files, but under `writable`.
  AB_RESTRICT_CHANGES = 2,
  /// Opening files and folders for reading, but under `readable` and `writable`.
  AB_RESTRICT_READING = 4,
  /// New processes and programs, and what acts on other processes.
  AB_RESTRICT_PROCESSES = 8,
  /// Signals to processes outside.
  AB_RESTRICT_SIGNALS = 16,
};

/// How many kinds of limits there are, in this order: bytes of address space, seconds of processor
/// time, bytes of a file that is written, processes of the user, open files.
enum { AB_LIMIT_COUNT = 5 };

/// What a process is to be confined to.
struct ab_confinement {
  uint32_t restrictions;
  /// The newest version of Landlock to use; 0 for the kernel's own.
  uint32_t newest_landlock;
  /// Paths, each ended by NUL, of files and folders that are not there or can be changed.
  const char *_Nullable writable;
  size_t writable_byte_count;
  /// The same, of those that can be read.
  const char *_Nullable readable;
  size_t readable_byte_count;
  /// `UINT64_MAX` where there is none.
  uint64_t limits[AB_LIMIT_COUNT];
};

/// Confines this process for good, which must have one thread. Confining again adds to what is
/// there. Returns 0; or -1 where the kernel does not offer all of it, with the reason in `reason`:
/// part of it may hold then.
int ab_confine(const struct ab_confinement *_Nonnull confinement, char *_Nonnull reason,
               size_t reason_byte_count);

/// The version of Landlock that the kernel has; 0 where it has none.
uint32_t ab_landlock_version(void);

/// Whether the kernel has seccomp's filters, and all that a confinement asks of them.
int ab_has_seccomp(void);

/// How many different system calls are remembered that were refused.
enum { AB_REFUSAL_COUNT = 12 };

/// Copies what has been refused in this process: for each system call its number in the upper 16
/// bits, and in the lower how often, at most 65,535; 0 after the last.
void ab_refusals_copy(uint32_t *_Nonnull refusals);

/// Has refusals from now on remembered in `words`, so many as above, and those before copied there.
void ab_refusals_keep_in(volatile uint32_t *_Nonnull words);

/// The name of a system call that a confinement can refuse, by an ELF machine's number; null where
/// it is another.
const char *_Nullable ab_refused_call_name(uint16_t machine, uint32_t number);

#endif
