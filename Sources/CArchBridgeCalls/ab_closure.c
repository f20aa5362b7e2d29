#include "ab_closure.h"

#include <errno.h>
#include <ffi.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "ab_process_mark.h"
#include "ab_types.h"
#include "ab_way_call.h"

struct ab_closure {
  ffi_closure *code;
  void *address;
  ffi_cif cif;
  ab_closure_handler handler;
  void *context;
  uint32_t identifier;
  uint32_t argument_count;
  ab_type result_type;
  ab_ffi_type result;
  /// The process that may call: a child of the library's own shares the channel, and must not use it.
  uint32_t process;
  /// Whoever has it, and each thread that is in it: it ends after the last of them.
  atomic_uint uses;
  /// Whether it takes and returns numbers alone.
  int is_numbers;
  ffi_type **types;
  struct {
    ab_type type;
    ab_ffi_type description;
  } parameters[];
};

// A number that libffi brings is as long as its type.
static uint64_t ab_argument(ab_type type, void *value) {
  uint64_t bits = 0;
  switch (type.code) {
    case 1: case 2: case 11: memcpy(&bits, value, 1); break;
    case 3: case 4: memcpy(&bits, value, 2); break;
    case 5: case 6: case 9: memcpy(&bits, value, 4); break;
    case 7: case 8: case 10: memcpy(&bits, value, 8); break;
    case 12: memcpy(&bits, value, sizeof(void *)); break;
    default: return (uint64_t)(uintptr_t)value;
  }
  return ab_extended(type.code, bits);
}

// libffi wants narrow integers as wide as a register.
static void ab_store_result(const ab_closure *closure, void *place, const uint8_t *result) {
  const ab_type type = closure->result_type;
  uint64_t bits;
  memcpy(&bits, result, sizeof bits);
  switch (type.code) {
    case AB_CODE_VOID: break;
    case AB_CODE_BLOCK: memcpy(place, result, type.byte_count); break;
    case AB_CODE_EXTENDED: memcpy(place, result, AB_EXTENDED_BYTE_COUNT); break;
    case 7: case 8: case 10: memcpy(place, &bits, 8); break;
    case 9: memcpy(place, &bits, 4); break;
    default: *(ffi_arg *)place = (ffi_arg)ab_extended(type.code, bits);
  }
}

// Numbers alone, which the thread may ask the controller about itself.
static void ab_numbers_called(const ab_closure *closure, void *place, void **values) {
  const uint32_t count = closure->argument_count;
  uint64_t words[AB_CALLBACK_HEAD_WORDS + count + AB_CALLBACK_TAIL_WORDS];
  struct ab_callback *call = (struct ab_callback *)words;
  uint64_t *slots = &words[AB_CALLBACK_HEAD_WORDS];
  for (uint32_t i = 0; i < count; i++) {
    slots[i] = ab_argument(closure->parameters[i].type, values[i]);
  }
  uint64_t bits = 0;
  if (ab_process_mark() == closure->process) {
    const ab_asked asked = ab_way_call(closure->context, closure->identifier, call, count,
                                       closure->result_type.code, &bits);
    if (asked != AB_ASKED_AND_ANSWERED) {
      closure->handler(closure->context, closure->identifier, slots, (uint8_t *)&bits,
                       asked == AB_ASKED_ONLY);
    }
  }
  ab_store_result(closure, place, (const uint8_t *)&bits);
}

static void ab_values_called(const ab_closure *closure, void *place, void **values) {
  uint64_t arguments[closure->argument_count + 1];
  const uint32_t byte_count = closure->result_type.byte_count;
  uint8_t small[64];
  uint8_t *result = byte_count > sizeof small ? malloc(byte_count) : small;
  if (result == NULL) abort();
  memset(result, 0, byte_count > sizeof small ? byte_count : sizeof small);
  const ab_result_kind kind = ab_kind_of_result(closure->result_type);
  const uint32_t first = kind == AB_RESULT_HIDDEN_POINTER;
  for (uint32_t i = 0; i < closure->argument_count; i++) {
    arguments[i] = ab_argument(closure->parameters[i].type, values[first + i]);
  }
  if (ab_process_mark() == closure->process) {
    closure->handler(closure->context, closure->identifier, arguments, result, 0);
  }
  if (kind == AB_RESULT_HIDDEN_POINTER) {
    void *hidden;
    memcpy(&hidden, values[0], sizeof hidden);
    memcpy(hidden, result, byte_count);
    *(ffi_arg *)place = (ffi_arg)(uintptr_t)hidden;
  } else {
    ab_store_result(closure, place, result);
  }
  if (result != small) free(result);
}

static void ab_closure_leave(ab_closure *closure) {
  if (atomic_fetch_sub_explicit(&closure->uses, 1, memory_order_acq_rel) != 1) return;
  if (closure->code != NULL) ffi_closure_free(closure->code);
  free(closure->types);
  free(closure);
}

// Whoever calls may have aligned its stack to 4 bytes only.
#ifdef __i386__
__attribute__((force_align_arg_pointer))
#endif
static void ab_closure_called(ffi_cif *cif, void *place, void **values, void *data) {
  ab_closure *closure = data;
  const int error_number = errno;
  (void)cif;
  atomic_fetch_add_explicit(&closure->uses, 1, memory_order_relaxed);
  if (closure->is_numbers) {
    ab_numbers_called(closure, place, values);
  } else {
    ab_values_called(closure, place, values);
  }
  ab_closure_leave(closure);
  errno = error_number;
}

static int ab_closure_prepare(ab_closure *closure, uint32_t convention, const ab_type *types) {
  uint32_t count = 0;
  const ffi_abi abi = ab_abi(convention);
  if (abi == AB_NO_ABI) return -1;
  if (!ab_takes_blocks(convention) && closure->result_type.code == AB_CODE_BLOCK) return -1;
  if (ab_describe_result(closure->result_type, &closure->result) != 0) return -1;
  if (ab_kind_of_result(closure->result_type) == AB_RESULT_HIDDEN_POINTER) {
    closure->types[count++] = &ffi_type_pointer;
  }
  for (uint32_t i = 0; i < closure->argument_count; i++) {
    closure->parameters[i].type = types[i];
    if (types[i].code == AB_CODE_VOID) return -1;
    if (!ab_takes_blocks(convention) && types[i].code == AB_CODE_BLOCK) return -1;
    if (ab_describe(types[i], &closure->parameters[i].description) != 0) return -1;
    closure->types[count++] = closure->parameters[i].description.type;
  }
  if (ffi_prep_cif(&closure->cif, abi, count, closure->result.type,
                   closure->types) != FFI_OK) {
    return -1;
  }
  closure->code = ffi_closure_alloc(sizeof *closure->code, &closure->address);
  if (closure->code == NULL) return -1;
  return ffi_prep_closure_loc(closure->code, &closure->cif, ab_closure_called, closure,
                              closure->address) == FFI_OK ? 0 : -1;
}

ab_closure *ab_closure_make(uint32_t convention, ab_type result_type, uint32_t argument_count,
                            const ab_type *types, int is_numbers, ab_closure_handler handler, void *context,
                            uint32_t identifier) {
  if (argument_count > AB_CALL_ARGUMENT_LIMIT) return NULL;
  ab_closure *closure =
      calloc(1, sizeof *closure + argument_count * sizeof closure->parameters[0]);
  if (closure == NULL) return NULL;
  // One more for the pointer to a result in memory.
  closure->types = calloc(argument_count + 1, sizeof *closure->types);
  atomic_init(&closure->uses, 1);
  closure->handler = handler;
  closure->context = context;
  closure->identifier = identifier;
  closure->argument_count = argument_count;
  closure->result_type = result_type;
  closure->is_numbers = is_numbers;
  closure->process = ab_process_claim();
  if (closure->types == NULL || ab_closure_prepare(closure, convention, types) != 0) {
    ab_closure_free(closure);
    return NULL;
  }
  return closure;
}

uintptr_t ab_closure_address(const ab_closure *closure) { return (uintptr_t)closure->address; }

void ab_closure_free(ab_closure *closure) { ab_closure_leave(closure); }
