#include "CArchBridgeCalls.h"

#include <ffi.h>
#include <stddef.h>
#include <string.h>

static ffi_type *const ab_types[] = {
    &ffi_type_void,   &ffi_type_sint8,  &ffi_type_uint8,  &ffi_type_sint16, &ffi_type_uint16,
    &ffi_type_sint32, &ffi_type_uint32, &ffi_type_sint64, &ffi_type_uint64, &ffi_type_float,
    &ffi_type_double, &ffi_type_uint8,  &ffi_type_pointer,
};

enum { AB_TYPE_COUNT = sizeof ab_types / sizeof ab_types[0] };

// libffi leaves the upper bits of a narrow result to the caller.
static uint64_t ab_extended(uint8_t type, uint64_t bits) {
  switch (type) {
    case 1: return (uint64_t)(int64_t)(int8_t)bits;
    case 2: return (uint8_t)bits;
    case 3: return (uint64_t)(int64_t)(int16_t)bits;
    case 4: return (uint16_t)bits;
    case 5: return (uint64_t)(int64_t)(int32_t)bits;
    case 6: case 9: return (uint32_t)bits;
    case 11: return (uint8_t)bits != 0;
    case 12: return (uintptr_t)bits;
    default: return bits;
  }
}

int ab_call(uintptr_t address, uint8_t result_type, uint32_t argument_count,
            const uint8_t *argument_types, uint64_t *slots, uint64_t *result) {
  ffi_type *types[AB_CALL_ARGUMENT_LIMIT];
  void *values[AB_CALL_ARGUMENT_LIMIT];
  ffi_cif cif;
  if (argument_count > AB_CALL_ARGUMENT_LIMIT || result_type >= AB_TYPE_COUNT) return -1;
  for (uint32_t i = 0; i < argument_count; i++) {
    if (argument_types[i] == 0 || argument_types[i] >= AB_TYPE_COUNT) return -1;
    types[i] = ab_types[argument_types[i]];
    values[i] = &slots[i];
  }
  if (ffi_prep_cif(&cif, FFI_DEFAULT_ABI, argument_count, ab_types[result_type], types) != FFI_OK) {
    return -1;
  }
  uint64_t bits = 0;
  ffi_call(&cif, FFI_FN(address), &bits, values);
  *result = ab_extended(result_type, bits);
  return 0;
}
