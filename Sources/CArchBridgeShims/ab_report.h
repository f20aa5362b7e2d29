#ifndef AB_REPORT_H
#define AB_REPORT_H

#include "include/ab_crash.h"

#include <signal.h>
#include <stddef.h>
#include <stdint.h>

/// A report's memory as bytes, beside its head.
struct ab_report_pages {
  union {
    struct ab_report head;
    uint8_t bytes[AB_REPORT_BYTES];
  };
};

/// Writes a report about a point of the program; nothing but system calls is used. `info` is null
/// where no signal is the reason.
void ab_report_write(struct ab_report_pages *_Nonnull pages, int signal,
                     const siginfo_t *_Nullable info, const void *_Nonnull context);

/// Adds the code and the stack that the report's registers point into.
void ab_report_write_memory(struct ab_report_pages *_Nonnull pages, uintptr_t stack);

/// What is known of the memory while its lines are read.
struct ab_places {
  uintptr_t stack;
  uint64_t stack_start;
  uint64_t stack_end;
};

/// A stack that has overflowed ends above its pointer: so far, at most.
enum { AB_STACK_GAP = 16777216 };

/// Takes what matters from a line as `/proc/self/maps` has them.
void ab_report_take_line(struct ab_report_pages *_Nonnull pages, struct ab_places *_Nonnull places,
                         const char *_Nonnull line, size_t byte_count);

/// Takes what the loader knows, for a process that may not read `/proc/self/maps`, or has no
/// descriptor left to do it with.
void ab_report_loaded(struct ab_report_pages *_Nonnull pages, struct ab_places *_Nonnull places);

#endif
