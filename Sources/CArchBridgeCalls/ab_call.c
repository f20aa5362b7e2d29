#include "ab_call.h"

#include <errno.h>
#include <ffi.h>
#include <stddef.h>
#include <string.h>

#include "ab_catch.h"
#include "ab_types.h"

// A number's value is in its slot, one of many bytes where the slot points to.
static void *ab_value(ab_type type, uint64_t *slot) {
  if (type.code != AB_CODE_BLOCK && type.code != AB_CODE_EXTENDED) return slot;
  return (void *)(uintptr_t)*slot;
}

int ab_call(uintptr_t address, ab_type result_type, uint32_t argument_count,
            const ab_type *argument_types, uint64_t *slots, uint64_t *bits, uint8_t *bytes,
            int *error_number) {
  ab_ffi_type result;
  ffi_cif cif;
  uint32_t count = 0;
  void *hidden = bytes;
  if (argument_count > AB_CALL_ARGUMENT_LIMIT || ab_describe_result(result_type, &result) != 0) return -1;
  // One more for the pointer to a result in memory.
  ab_ffi_type descriptions[argument_count + 1];
  ffi_type *types[argument_count + 1];
  void *values[argument_count + 1];
  const ab_result_kind kind = ab_kind_of_result(result_type);
  if (kind == AB_RESULT_HIDDEN_POINTER) {
    types[count] = &ffi_type_pointer;
    values[count++] = &hidden;
  }
  for (uint32_t i = 0; i < argument_count; i++) {
    if (argument_types[i].code == AB_CODE_VOID) return -1;
    if (ab_describe(argument_types[i], &descriptions[i]) != 0) return -1;
    types[count] = descriptions[i].type;
    values[count++] = ab_value(argument_types[i], &slots[i]);
  }
  if (ffi_prep_cif(&cif, FFI_DEFAULT_ABI, count, result.type, types) != FFI_OK) return -1;
  uint64_t number = 0;
  const int is_large = kind == AB_RESULT_PLAIN && bytes != NULL &&
                       (result_type.code == AB_CODE_BLOCK || result_type.code == AB_CODE_EXTENDED);
  void *place = is_large ? (void *)bytes : (void *)&number;
  errno = *error_number;
  const int threw = ab_call_catching(&cif, FFI_FN(address), place, values);
  *error_number = errno;
  if (threw) return AB_THREW;
  if (kind == AB_RESULT_REGISTER_PAIR && bytes != NULL) memcpy(bytes, &number, sizeof number);
  *bits = ab_extended(result_type.code, number);
  return 0;
}
