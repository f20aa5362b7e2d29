#include "ab_invoke.h"

#include <stddef.h>
#include <string.h>

int ab_is_envelope(const struct ab_header *header, uint32_t byte_count, uint16_t kind,
                   uint16_t version) {
  return byte_count >= sizeof *header && header->magic == AB_ENVELOPE_MAGIC &&
         header->kind == kind && header->version == version && header->thread == 0 &&
         header->body_byte_count == byte_count - sizeof *header;
}

// The bytes, and the zero behind them, as memory that an allocator gives is aligned; there is room
// for that.
static uint8_t *ab_aligned(const struct ab_invoke_buffer *buffer) {
  uint8_t *bytes = (uint8_t *)(uintptr_t)buffer->bytes;
  if (((uintptr_t)bytes & 15) == 0) return bytes;
  memmove(bytes + 8, bytes, (size_t)buffer->byte_count + 1);
  return bytes + 8;
}

int ab_invoke_read_buffers(const uint8_t *bytes, uint32_t byte_count, uint32_t buffer_count,
                           uint32_t argument_count, uint64_t *slots) {
  uint32_t offset = 0;
  for (uint32_t i = 0; i < buffer_count; i++) {
    const struct ab_invoke_buffer *buffer = (const void *)(bytes + offset);
    if (byte_count - offset < sizeof *buffer) return 0;
    offset += sizeof *buffer;
    if (buffer->argument >= argument_count || buffer->byte_count >= byte_count - offset) return 0;
    const uint32_t padded = (buffer->byte_count + 16) & ~UINT32_C(7);
    if (padded > byte_count - offset) return 0;
    if (slots != NULL) slots[buffer->argument] = (uintptr_t)ab_aligned(buffer);
    offset += padded;
  }
  return offset == byte_count;
}
