#ifndef AB_INVOKE_H
#define AB_INVOKE_H

#include <stdint.h>

// The bodies of prepared calls as the wire has them, on a machine that is little-endian as it is.

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
  AB_INVOKE_REPORTS_ERROR_NUMBER = 1,
  // Which results of a call of a batch keep the next ones from being made.
  AB_INVOKE_STOP_SHIFT = 1,
  AB_INVOKE_STOP_MASK = 7,
};

// Whether what follows the slots is as many buffers as there should be. With `slots` their addresses
// are put there.
int ab_invoke_read_buffers(const uint8_t *bytes, uint32_t byte_count, uint32_t buffer_count,
                           uint32_t argument_count, uint64_t *slots);

#endif
