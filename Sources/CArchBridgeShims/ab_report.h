#ifndef AB_REPORT_H
#define AB_REPORT_H

#include "include/ab_crash.h"

#include <signal.h>
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

#endif
