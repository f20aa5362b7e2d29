#include "ab_way.h"

#include "ab_mailbox.h"
#include "ab_types.h"
#include "ab_way_call.h"

static _Thread_local struct {
  const void *context;
  ab_mailbox *mailbox;
  uint16_t version;
} ab_way;

void ab_way_open(const void *context, ab_mailbox *mailbox, uint16_t version) {
  ab_way.context = context;
  ab_way.mailbox = mailbox;
  ab_way.version = version;
}

void ab_way_close(void) { ab_way.context = NULL; }

// Takes the message that is there if it is the answer.
static int ab_take_answer(uint8_t result_code, uint64_t *bits) {
  enum { BYTES = AB_HEADER_BYTES + 8 };
  union {
    struct ab_envelope envelope;
    uint8_t bytes[AB_SHORT_MESSAGE];
  } answer;
  const struct ab_envelope *envelope = &answer.envelope;
  if (ab_mailbox_copy(ab_way.mailbox, answer.bytes, sizeof answer.bytes) != BYTES ||
      envelope->magic != AB_ENVELOPE_MAGIC || envelope->version != ab_way.version ||
      envelope->kind != AB_KIND_CALLED_BACK_NUMBERS || envelope->sequence != 0 ||
      envelope->body_byte_count != 8 || envelope->thread != 0 ||
      ab_extended(result_code, envelope->called_back.bits) != envelope->called_back.bits) {
    return 0;
  }
  *bits = envelope->called_back.bits;
  ab_mailbox_take(ab_way.mailbox, 0);
  return 1;
}

ab_asked ab_way_call(const void *context, uint32_t identifier, struct ab_envelope *envelope,
                     uint32_t slot_count, uint8_t result_code, uint64_t *bits) {
  if (ab_way.context != context) return AB_ASKED_NOBODY;
  const uint32_t byte_count =
      (uint32_t)offsetof(struct ab_envelope, callback.slots) + 8 * slot_count;
  envelope->magic = AB_ENVELOPE_MAGIC;
  envelope->version = ab_way.version;
  envelope->kind = AB_KIND_CALLBACK_NUMBERS;
  envelope->sequence = 0;
  envelope->body_byte_count = byte_count - AB_HEADER_BYTES;
  envelope->thread = 0;
  envelope->callback.function = identifier;
  envelope->callback.slot_count = slot_count;
  for (int i = 0; i < AB_CALLBACK_TAIL_WORDS; i++) envelope->callback.slots[slot_count + (uint32_t)i] = 0;
  ab_mailbox_send(ab_way.mailbox, envelope, byte_count);
  (void)ab_mailbox_wait(ab_way.mailbox, -1);
  return ab_take_answer(result_code, bits) ? AB_ASKED_AND_ANSWERED : AB_ASKED_ONLY;
}
