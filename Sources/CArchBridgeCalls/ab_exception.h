#ifndef AB_EXCEPTION_H
#define AB_EXCEPTION_H

#include <stdint.h>

/// An exception as every language's unwinder has it; what was thrown lies behind.
struct ab_exception {
  uint64_t language;
  void (*_Nullable clean_up)(int reason, struct ab_exception *_Nonnull exception);
  uintptr_t words[2];
} __attribute__((aligned(16)));

/// Keeps what an exception says for `ab_thrown_last`, and gives it back to its language.
void ab_exception_end(struct ab_exception *_Nonnull exception);

#endif
