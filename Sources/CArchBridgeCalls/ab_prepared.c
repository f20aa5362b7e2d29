#include "ab_prepared.h"

#include <errno.h>
#include <ffi.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

#include "ab_catch.h"
#include "ab_invoke.h"
#include "ab_types.h"

struct ab_prepared_call {
  // A server's own function; null for a library's, which has the rest.
  ab_serve *serve;
  void *context;
  ffi_cif cif;
  uintptr_t address;
  ffi_type *types[];
};

struct ab_prepared_table {
  uint32_t count;
  _Atomic(ab_prepared *) functions[AB_PREPARED_LIMIT];
};

ab_prepared_table *ab_prepared_table_make(void) {
  // Zeroed memory of this size is not touched before it is used.
  return calloc(1, sizeof(ab_prepared_table));
}

static void ab_prepared_free(ab_prepared *prepared) {
  if (prepared == NULL) return;
  free((void *)(uintptr_t)prepared->call);
  free(prepared);
}

void ab_prepared_table_free(ab_prepared_table *table) {
  for (uint32_t i = 0; i < table->count; i++) ab_prepared_free(table->functions[i]);
  free(table);
}

static int ab_prepare(struct ab_prepared_call *call, uint32_t convention, ab_type result_type,
                      uint32_t argument_count, const ab_type *argument_types) {
  ab_ffi_type result;
  const ffi_abi abi = ab_abi(convention);
  if (abi == AB_NO_ABI) return -1;
  if (result_type.code == AB_CODE_BLOCK || result_type.code == AB_CODE_EXTENDED) return -1;
  if (ab_describe(result_type, &result) != 0) return -1;
  for (uint32_t i = 0; i < argument_count; i++) {
    const uint8_t code = argument_types[i].code;
    ab_ffi_type description;
    // What needs more than its number has a description that must live as long as the call.
    if (code == AB_CODE_VOID || code == AB_CODE_BLOCK || code == AB_CODE_EXTENDED) return -1;
    if (ab_describe(argument_types[i], &description) != 0) return -1;
    call->types[i] = description.type;
  }
  return ffi_prep_cif(&call->cif, abi, argument_count, result.type, call->types) ==
                 FFI_OK ? 0 : -1;
}

static int64_t ab_prepared_keep(ab_prepared_table *table, ab_prepared *prepared,
                                ab_prepared value) {
  *prepared = value;
  atomic_store_explicit(&table->functions[table->count], prepared, memory_order_release);
  return table->count++;
}

int64_t ab_prepared_add(ab_prepared_table *table, uintptr_t address, uint32_t convention,
                        ab_type result_type, uint32_t argument_count,
                        const ab_type *argument_types, uint8_t text_unit, uint32_t text_limit) {
  if (table->count == AB_PREPARED_LIMIT) return -2;
  if (argument_count > AB_CALL_ARGUMENT_LIMIT) return -1;
  ab_prepared *prepared = calloc(1, sizeof *prepared);
  struct ab_prepared_call *call = calloc(1, sizeof *call + argument_count * sizeof call->types[0]);
  if (prepared == NULL || call == NULL ||
      ab_prepare(call, convention, result_type, argument_count, argument_types) != 0) {
    free(call);
    free(prepared);
    return -1;
  }
  call->address = address;
  return ab_prepared_keep(
      table, prepared,
      (ab_prepared){argument_count, text_limit, text_unit, result_type.code, call});
}

int64_t ab_prepared_add_served(ab_prepared_table *table, ab_serve *serve, void *context,
                               ab_type result_type, uint32_t argument_count) {
  if (table->count == AB_PREPARED_LIMIT) return -2;
  ab_prepared *prepared = calloc(1, sizeof *prepared);
  struct ab_prepared_call *call = calloc(1, sizeof *call);
  if (prepared == NULL || call == NULL) {
    free(call);
    free(prepared);
    return -1;
  }
  call->serve = serve;
  call->context = context;
  return ab_prepared_keep(
      table, prepared, (ab_prepared){argument_count, 0, 0, result_type.code, call});
}

const ab_prepared *ab_prepared_find(const ab_prepared_table *table, uint32_t number) {
  if (number >= AB_PREPARED_LIMIT) return NULL;
  return atomic_load_explicit(&table->functions[number], memory_order_acquire);
}

static inline int ab_invoke_prepared(const ab_prepared *prepared, uint64_t *slots, uint64_t *bits,
                                     int *error_number, int is_catching) {
  const uint32_t count = prepared->argument_count;
  ffi_cif *cif = (ffi_cif *)(uintptr_t)&prepared->call->cif;
  void (*function)(void) = FFI_FN(prepared->call->address);
  void *values[count + 1];
  for (uint32_t i = 0; i < count; i++) values[i] = &slots[i];
  uint64_t result = 0;
  int threw = 0;
  errno = *error_number;
  if (prepared->call->serve != NULL) {
    threw = prepared->call->serve(prepared->call->context, slots, &result);
  } else if (is_catching) {
    threw = ab_call_catching(cif, function, &result, values);
  } else {
    ffi_call(cif, function, &result, values);
  }
  *error_number = errno;
  *bits = ab_extended(prepared->result_code, result);
  return threw;
}

int ab_prepared_invoke(const ab_prepared *prepared, uint64_t *slots, uint64_t *bits,
                       int *error_number) {
  return ab_invoke_prepared(prepared, slots, bits, error_number, 1);
}

int ab_prepared_invoke_uncaught(const ab_prepared *prepared, uint64_t *slots, uint64_t *bits,
                                int *error_number) {
  return ab_invoke_prepared(prepared, slots, bits, error_number, 0);
}

// An `invoke` and its `result`.
struct ab_envelope {
  struct ab_header header;
  union {
    struct ab_invoke invoke;
    struct {
      int32_t error_number;
      uint32_t is_text;
      uint64_t bits;
    } result;
  };
};

enum {
  AB_HEADER_BYTES = sizeof(struct ab_header),
  AB_INVOKE_BYTES = offsetof(struct ab_envelope, invoke.slots),
};

const ab_prepared *ab_prepared_find_short(const ab_prepared_table *table, const uint8_t *bytes,
                                          uint32_t byte_count, uint16_t version) {
  const struct ab_envelope *envelope = (const struct ab_envelope *)(const void *)bytes;
  if (byte_count < AB_INVOKE_BYTES ||
      !ab_is_envelope(&envelope->header, byte_count, AB_KIND_INVOKE, version)) {
    return NULL;
  }
  const ab_prepared *prepared = ab_prepared_find(table, envelope->invoke.function);
  if (prepared == NULL || prepared->text_unit != 0) return NULL;
  const uint32_t end = AB_INVOKE_BYTES + 8 * prepared->argument_count;
  if (byte_count < end ||
      !ab_invoke_read_buffers(bytes + end, byte_count - end, envelope->invoke.buffer_count,
                              prepared->argument_count, NULL)) {
    return NULL;
  }
  return prepared;
}

uint32_t ab_prepared_answer(const ab_prepared *prepared, uint8_t *bytes, int *error_number) {
  struct ab_envelope *envelope = (struct ab_envelope *)(void *)bytes;
  const int reports = (envelope->invoke.flags & AB_INVOKE_REPORTS_ERROR_NUMBER) != 0;
  const uint32_t end = AB_INVOKE_BYTES + 8 * prepared->argument_count;
  // The buffers are used where they are.
  (void)ab_invoke_read_buffers(bytes + end, envelope->header.body_byte_count + AB_HEADER_BYTES - end,
                        envelope->invoke.buffer_count, prepared->argument_count,
                        envelope->invoke.slots);
  if (reports) *error_number = 0;
  uint64_t bits;
  if (ab_prepared_invoke(prepared, envelope->invoke.slots, &bits, error_number) != 0) return 0;
  envelope->header.kind = AB_KIND_RESULT;
  envelope->header.body_byte_count = sizeof envelope->result;
  envelope->result.error_number = reports ? *error_number : 0;
  envelope->result.is_text = 0;
  envelope->result.bits = bits;
  return AB_HEADER_BYTES + sizeof envelope->result;
}
