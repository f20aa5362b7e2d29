#include "ab_batch.h"

#include <errno.h>
#include <string.h>

#include "ab_catch.h"
#include "ab_invoke.h"
#include "ab_thrown.h"
#include "ab_types.h"

struct ab_batch {
  uint32_t count;
  uint32_t zero;
};

// A slot that is the result of a call before.
struct ab_batch_reference {
  uint32_t slot;
  uint32_t call;
};

struct ab_batch_call {
  uint32_t byte_count;
  uint32_t reference_count;
  struct ab_batch_reference references[];
};

enum {
  AB_STOP_NEVER,
  AB_STOP_UNLESS_ZERO,
  AB_STOP_UNLESS_NONZERO,
  AB_STOP_UNLESS_NONNEGATIVE,
  AB_STOP_UNLESS_POSITIVE,
};

static struct ab_invoke *ab_invoke_of(const struct ab_batch_call *call) {
  return (struct ab_invoke *)(uintptr_t)(call->references + call->reference_count);
}

static int ab_is_call(const ab_prepared_table *table, const struct ab_batch_call *call,
                      uint32_t index) {
  if (call->byte_count < sizeof(struct ab_invoke)) return 0;
  const struct ab_invoke *invoke = ab_invoke_of(call);
  const ab_prepared *prepared = ab_prepared_find(table, invoke->function);
  if (prepared == NULL || prepared->text_unit != 0) return 0;
  const uint32_t end = (uint32_t)sizeof *invoke + 8 * prepared->argument_count;
  if (call->byte_count < end) return 0;
  for (uint32_t i = 0; i < call->reference_count; i++) {
    if (call->references[i].slot >= prepared->argument_count) return 0;
    if (call->references[i].call >= index) return 0;
  }
  return ab_invoke_read_buffers((const uint8_t *)invoke + end, call->byte_count - end,
                                invoke->buffer_count, prepared->argument_count, NULL);
}

int64_t ab_batch_count(const ab_prepared_table *table, const uint8_t *body, uint32_t byte_count) {
  const struct ab_batch *batch = (const void *)body;
  uint32_t offset = sizeof *batch;
  if (byte_count < offset) return -1;
  for (uint32_t i = 0; i < batch->count; i++) {
    const struct ab_batch_call *call = (const void *)(body + offset);
    if (byte_count - offset < sizeof *call) return -1;
    offset += (uint32_t)sizeof *call;
    if (call->reference_count > (byte_count - offset) / sizeof call->references[0]) return -1;
    offset += call->reference_count * (uint32_t)sizeof call->references[0];
    if (call->byte_count % 8 != 0 || call->byte_count > byte_count - offset) return -1;
    if (!ab_is_call(table, call, i)) return -1;
    offset += call->byte_count;
  }
  return offset == byte_count ? batch->count : -1;
}

// Below zero, zero, or above.
static int ab_sign(uint8_t code, uint64_t bits) {
  double number;
  float single;
  switch (code) {
    case 9:
      memcpy(&single, &bits, sizeof single);
      return single > 0 ? 1 : single == 0 ? 0 : -1;
    case 10:
      memcpy(&number, &bits, sizeof number);
      return number > 0 ? 1 : number == 0 ? 0 : -1;
    case 1: case 3: case 5: case 7: return bits == 0 ? 0 : (int64_t)bits > 0 ? 1 : -1;
    default: return bits != 0;
  }
}

static int ab_stops(uint16_t flags, uint8_t code, uint64_t bits) {
  switch ((flags >> AB_INVOKE_STOP_SHIFT) & AB_INVOKE_STOP_MASK) {
    case AB_STOP_UNLESS_ZERO: return ab_sign(code, bits) != 0;
    case AB_STOP_UNLESS_NONZERO: return ab_sign(code, bits) == 0;
    case AB_STOP_UNLESS_NONNEGATIVE: return ab_sign(code, bits) < 0;
    case AB_STOP_UNLESS_POSITIVE: return ab_sign(code, bits) <= 0;
    default: return 0;
  }
}

// A batch that runs, and how far it is.
struct ab_batch_progress {
  const ab_prepared_table *table;
  uint8_t *body;
  uint64_t *results;
  int *error_number;
  volatile uint32_t *progress;
  uint32_t sequence;
  volatile uint32_t made;
  // Whether a server's own function has.
  int threw;
};

static void ab_run_calls(void *context) {
  struct ab_batch_progress *batch = context;
  uint64_t *results = batch->results;
  const uint32_t count = ((const struct ab_batch *)(void *)batch->body)->count;
  uint8_t *next = batch->body + sizeof(struct ab_batch);
  for (uint32_t i = 0; i < count; i++) {
    const struct ab_batch_call *call = (const void *)next;
    struct ab_invoke *invoke = ab_invoke_of(call);
    const ab_prepared *prepared = ab_prepared_find(batch->table, invoke->function);
    if (prepared == NULL) return;
    for (uint32_t j = 0; j < call->reference_count; j++) {
      invoke->slots[call->references[j].slot] = results[call->references[j].call];
    }
    if (invoke->buffer_count > 0) {
      const uint32_t end = (uint32_t)sizeof *invoke + 8 * prepared->argument_count;
      (void)ab_invoke_read_buffers((uint8_t *)invoke + end, call->byte_count - end,
                                   invoke->buffer_count, prepared->argument_count, invoke->slots);
    }
    if (invoke->flags & AB_INVOKE_REPORTS_ERROR_NUMBER) *batch->error_number = 0;
    batch->threw = ab_prepared_invoke_uncaught(prepared, invoke->slots, &results[i],
                                               batch->error_number);
    if (batch->threw != 0) return;
    // A batch inside has had the words for itself.
    batch->progress[0] = batch->sequence;
    batch->progress[1] = batch->made = i + 1;
    if (ab_stops(invoke->flags, prepared->result_code, results[i])) return;
    next = (uint8_t *)invoke + call->byte_count;
  }
}

int64_t ab_batch_run(const ab_prepared_table *table, uint8_t *body, uint64_t *results,
                     int *error_number, volatile uint32_t *progress, uint32_t sequence) {
  struct ab_batch_progress batch = {table, body, results, error_number, progress, sequence, 0, 0};
  progress[1] = 0;
  progress[0] = sequence;
  // One frame for all calls: what it costs is not small beside a short function.
  const int threw = ab_run_catching(ab_run_calls, &batch);
  if (threw == 0 && batch.threw == 0) return batch.made;
  if (threw != 0) *error_number = errno;
  progress[0] = sequence;
  progress[1] = batch.made;
  ab_thrown_last()->call_count = (int32_t)batch.made;
  return -1;
}

struct ab_results {
  struct ab_header header;
  uint32_t count;
  int32_t error_number;
  uint64_t results[];
};

uint32_t ab_batch_answer(const ab_prepared_table *table, uint8_t *bytes, uint32_t byte_count,
                         uint16_t version, uint8_t *reply, uint32_t reply_capacity,
                         int *error_number, volatile uint32_t *progress, void (*begin)(void *),
                         void *context) {
  const struct ab_header *header = (const void *)bytes;
  if (!ab_is_envelope(header, byte_count, AB_KIND_BATCH, version)) return 0;
  uint8_t *body = bytes + sizeof *header;
  const int64_t count = ab_batch_count(table, body, header->body_byte_count);
  struct ab_results *results = (void *)reply;
  if (count < 0 || sizeof *results + 8 * (uint64_t)count > reply_capacity) return 0;
  begin(context);
  const int64_t made = ab_batch_run(table, body, results->results, error_number, progress,
                                    (uint32_t)header->sequence);
  if (made < 0) return UINT32_MAX;
  results->count = (uint32_t)made;
  results->error_number = *error_number;
  const uint32_t end = (uint32_t)sizeof *results + 8 * results->count;
  results->header = *header;
  results->header.kind = AB_KIND_RESULTS;
  results->header.body_byte_count = end - (uint32_t)sizeof *header;
  return end;
}
