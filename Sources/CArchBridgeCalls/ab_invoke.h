#ifndef AB_INVOKE_H
#define AB_INVOKE_H

#include <stdint.h>

// The bodies of prepared calls, and what goes before every body, as the wire has them, on a machine
// that is little-endian as it is.

struct ab_header {
  uint32_t magic;
  uint16_t version;
  uint16_t kind;
  uint64_t sequence;
  uint32_t body_byte_count;
  uint32_t thread;
};

struct ab_invoke {
  uint32_t function;
  uint16_t buffer_count;
  uint16_t flags;
  uint64_t slots[];
};

struct ab_invoke_buffer {
  uint32_t argument;
  uint32_t byte_count;
  uint8_t bytes[];
};

enum {
  AB_ENVELOPE_MAGIC = 0x47524241,
  AB_KIND_INVOKE = 24,
  AB_KIND_RESULT = 25,
  AB_KIND_CALLBACK_NUMBERS = 26,
  AB_KIND_CALLED_BACK_NUMBERS = 27,
  AB_KIND_BATCH = 28,
  AB_KIND_RESULTS = 29,
  AB_INVOKE_REPORTS_ERROR_NUMBER = 1,
  // Which results of a call of a batch keep the next ones from being made.
  AB_INVOKE_STOP_SHIFT = 1,
  AB_INVOKE_STOP_MASK = 7,
};

// Whether a message is one envelope of this kind, of the main lane and in this version.
int ab_is_envelope(const struct ab_header *header, uint32_t byte_count, uint16_t kind,
                   uint16_t version);

// Whether what follows the slots is as many buffers as there should be. With `slots` their addresses
// are put there.
int ab_invoke_read_buffers(const uint8_t *bytes, uint32_t byte_count, uint32_t buffer_count,
                           uint32_t argument_count, uint64_t *slots);

#endif
