#ifndef AB_GUARDED_H
#define AB_GUARDED_H

#include "include/ab_guard.h"

#include <stdatomic.h>

typedef enum { AB_GUARD_FREE, AB_GUARD_LENT, AB_GUARD_RETURNED } ab_guard_state;

/// What is known of guarded memory, for whoever is told of a fault there.
struct ab_guard_entry {
  _Atomic uint32_t state;
  uintptr_t start;
  size_t mapped_byte_count;
  uintptr_t memory;
  size_t lent_byte_count;
  int32_t argument;
  int32_t text;
  uint32_t function_byte_count;
  uint8_t function[AB_GUARD_NAME_BYTES];
  /// The next that is free, or that was returned after it.
  int32_t next;
};

/// The entry whose memory, or what lies around it, has this address. It takes no lock, and may be
/// called while a signal is handled.
const struct ab_guard_entry *_Nullable ab_guard_find(uintptr_t address);

#endif
