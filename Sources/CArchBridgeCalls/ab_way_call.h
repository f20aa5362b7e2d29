#ifndef AB_WAY_CALL_H
#define AB_WAY_CALL_H

#include <stddef.h>

#include "ab_invoke.h"

/// A call of one of the controller's functions with numbers, as the wire has it.
struct ab_callback {
  struct ab_header header;
  uint32_t function;
  uint32_t slot_count;
  uint64_t slots[];
};

enum {
  /// The words of 8 bytes that a call has before its slots.
  AB_CALLBACK_HEAD_WORDS = offsetof(struct ab_callback, slots) / 8,
  /// Those after them that are sent with a short one.
  AB_CALLBACK_TAIL_WORDS = 2,
};

/// What came of asking.
typedef enum ab_asked {
  /// This thread has no way of its own, and nothing was sent.
  AB_ASKED_NOBODY,
  /// The controller has been asked, and something else than its answer is there.
  AB_ASKED_ONLY,
  AB_ASKED_AND_ANSWERED,
} ab_asked;

/// Calls the controller's function `identifier` with the slots that are in `call`, and waits for
/// what comes next. The answer goes to `bits` where it is a number of this type.
ab_asked ab_way_call(const void *context, uint32_t identifier, struct ab_callback *call,
                     uint32_t slot_count, uint8_t result_code, uint64_t *bits);

#endif
