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
  union {
    struct {
      struct ab_header header;
      uint64_t bits;
    } answer;
    uint8_t bytes[AB_SHORT_MESSAGE];
  } message;
  const long byte_count = ab_mailbox_copy(ab_way.mailbox, message.bytes, sizeof message.bytes);
  if (byte_count != sizeof message.answer ||
      !ab_is_envelope(&message.answer.header, sizeof message.answer, AB_KIND_CALLED_BACK_NUMBERS,
                      ab_way.version) ||
      message.answer.header.sequence != 0 ||
      ab_extended(result_code, message.answer.bits) != message.answer.bits) {
    return 0;
  }
  *bits = message.answer.bits;
  ab_mailbox_take(ab_way.mailbox, 0);
  return 1;
}

ab_asked ab_way_call(const void *context, uint32_t identifier, struct ab_callback *call,
                     uint32_t slot_count, uint8_t result_code, uint64_t *bits) {
  if (ab_way.context != context) return AB_ASKED_NOBODY;
  const uint32_t byte_count = (uint32_t)(sizeof *call + slot_count * sizeof call->slots[0]);
  call->header = (struct ab_header){
      .magic = AB_ENVELOPE_MAGIC,
      .version = ab_way.version,
      .kind = AB_KIND_CALLBACK_NUMBERS,
      .body_byte_count = byte_count - (uint32_t)sizeof call->header,
  };
  call->function = identifier;
  call->slot_count = slot_count;
  for (uint32_t i = 0; i < AB_CALLBACK_TAIL_WORDS; i++) call->slots[slot_count + i] = 0;
  ab_mailbox_send(ab_way.mailbox, call, byte_count);
  (void)ab_mailbox_wait(ab_way.mailbox, -1);
  return ab_take_answer(result_code, bits) ? AB_ASKED_AND_ANSWERED : AB_ASKED_ONLY;
}
