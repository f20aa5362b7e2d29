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

#ifdef __i386__
// GCC's regparm: the first integers go in EAX, EDX and ECX, what does not fit there as C has it. What
// libffi calls so has its rest in the opposite order, and always fills three registers: the rest is
// turned round, and its integers are passed as `float`, which goes in no register.
static int ab_regparm(uint32_t register_count, uint32_t argument_count,
                      const ab_type *argument_types, uint64_t *slots, ffi_type **types,
                      void **values) {
  uint32_t count = 0, left = register_count;
  ffi_type *rest_types[2 * AB_CALL_ARGUMENT_LIMIT];
  void *rest_values[2 * AB_CALL_ARGUMENT_LIMIT];
  uint32_t rest = 0;
  for (uint32_t i = 0; i < argument_count; i++) {
    const uint8_t code = argument_types[i].code;
    uint32_t *words = (uint32_t *)(void *)&slots[i];
    if (code == AB_CODE_VOID || code == AB_CODE_BLOCK || code == AB_CODE_EXTENDED) return -1;
    if (code == 9 || code == 10) {
      rest_types[rest] = code == 9 ? &ffi_type_float : &ffi_type_double;
      rest_values[rest++] = &slots[i];
      continue;
    }
    const uint32_t word_count = code == 7 || code == 8 ? 2 : 1;
    const int is_in_registers = word_count <= left;
    left = is_in_registers ? left - word_count : 0;
    for (uint32_t j = 0; j < word_count; j++) {
      if (is_in_registers) {
        types[count] = &ffi_type_uint32;
        values[count++] = &words[j];
      } else {
        rest_types[rest] = &ffi_type_float;
        rest_values[rest++] = &words[j];
      }
    }
  }
  while (rest > 0) {
    types[count] = rest_types[--rest];
    values[count++] = rest_values[rest];
  }
  return (int)count;
}
#endif

int ab_call(uintptr_t address, uint32_t convention, ab_type result_type, uint32_t argument_count,
            const ab_type *argument_types, uint64_t *slots, uint64_t *bits, uint8_t *bytes,
            int *error_number) {
  ab_ffi_type result;
  ffi_cif cif;
  uint32_t count = 0;
  void *hidden = bytes;
  if (argument_count > AB_CALL_ARGUMENT_LIMIT || ab_describe_result(result_type, &result) != 0) return -1;
  // One more for the pointer to a result in memory, and a word more for each that goes in registers.
  ab_ffi_type descriptions[argument_count + 1];
  ffi_type *types[2 * argument_count + 1];
  void *values[2 * argument_count + 1];
  ffi_abi abi = ab_abi(convention);
  if (!ab_takes_blocks(convention) && result_type.code == AB_CODE_BLOCK) return -1;
  const ab_result_kind kind = ab_kind_of_result(result_type);
  if (kind == AB_RESULT_HIDDEN_POINTER) {
    types[count] = &ffi_type_pointer;
    values[count++] = &hidden;
  }
#ifdef __i386__
  if (convention >= AB_CONVENTION_REGPARM1 && convention <= AB_CONVENTION_REGPARM3) {
    const int placed = ab_regparm(convention - AB_CONVENTION_REGPARM1 + 1, argument_count,
                                  argument_types, slots, types, values);
    if (placed < 0) return -1;
    abi = FFI_REGISTER;
    count = (uint32_t)placed;
    argument_count = 0;
  }
#endif
  if (abi == AB_NO_ABI) return -1;
  for (uint32_t i = 0; i < argument_count; i++) {
    if (argument_types[i].code == AB_CODE_VOID) return -1;
    if (!ab_takes_blocks(convention) && argument_types[i].code == AB_CODE_BLOCK) return -1;
    if (ab_describe(argument_types[i], &descriptions[i]) != 0) return -1;
    types[count] = descriptions[i].type;
    values[count++] = ab_value(argument_types[i], &slots[i]);
  }
  if (ffi_prep_cif(&cif, abi, count, result.type, types) != FFI_OK) return -1;
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
