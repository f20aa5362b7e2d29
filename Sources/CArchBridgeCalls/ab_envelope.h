#ifndef AB_ENVELOPE_H
#define AB_ENVELOPE_H

#include <stddef.h>
#include <stdint.h>

/// The envelopes that hold numbers at fixed places, as the wire has them, on a machine that is
/// little-endian as it is.
struct ab_envelope {
  uint32_t magic;
  uint16_t version;
  uint16_t kind;
  uint64_t sequence;
  uint32_t body_byte_count;
  uint32_t thread;
  union {
    struct {
      uint32_t function;
      uint16_t buffer_count;
      uint16_t flags;
      uint64_t slots[];
    } invoke;
    struct {
      int32_t error_number;
      uint32_t is_text;
      uint64_t bits;
    } result;
    struct {
      uint32_t function;
      uint32_t slot_count;
      uint64_t slots[];
    } callback;
    struct {
      uint64_t bits;
    } called_back;
  };
};

enum {
  AB_ENVELOPE_MAGIC = 0x47524241,
  AB_KIND_INVOKE = 24,
  AB_KIND_RESULT = 25,
  AB_KIND_CALLBACK_NUMBERS = 26,
  AB_KIND_CALLED_BACK_NUMBERS = 27,
  AB_HEADER_BYTES = offsetof(struct ab_envelope, invoke),
};

#endif
