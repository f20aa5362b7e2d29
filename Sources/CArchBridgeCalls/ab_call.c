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
// GCC's regparm, which libffi does not have: the first integers go in EAX, EDX and ECX, the rest as C
// has it. libffi calls what fills the registers and goes on to the function.
struct ab_registers {
  uintptr_t function;
  uint32_t words[3];
};

__attribute__((used, visibility("hidden"))) _Thread_local struct ab_registers ab_registers;
void ab_regparm_enter(void);

__asm__(
    ".text\n"
    ".globl ab_regparm_enter\n"
    ".hidden ab_regparm_enter\n"
    ".type ab_regparm_enter, @function\n"
    "ab_regparm_enter:\n"
    ".cfi_startproc\n"
    "pushl %gs:ab_registers@ntpoff\n"
    ".cfi_adjust_cfa_offset 4\n"
    "movl %gs:ab_registers@ntpoff+4, %eax\n"
    "movl %gs:ab_registers@ntpoff+8, %edx\n"
    "movl %gs:ab_registers@ntpoff+12, %ecx\n"
    "ret\n"
    ".cfi_endproc\n"
    ".size ab_regparm_enter, . - ab_regparm_enter\n");

// Keeps what goes in registers, and returns how many arguments go on the stack; -1 where it cannot be.
static int ab_place_in_registers(uint32_t register_count, uint32_t argument_count,
                                 const ab_type *argument_types, uint64_t *slots,
                                 ab_ffi_type *descriptions, ffi_type **types, void **values) {
  uint32_t count = 0, used = 0;
  for (uint32_t i = 0; i < argument_count; i++) {
    const uint8_t code = argument_types[i].code;
    if (code == AB_CODE_BLOCK || ab_describe(argument_types[i], &descriptions[i]) != 0) return -1;
    const uint32_t words = code == 7 || code == 8 ? 2 : 1;
    const int is_integer = code != AB_CODE_EXTENDED && code != 9 && code != 10;
    if (is_integer && used + words <= register_count) {
      for (uint32_t j = 0; j < words; j++) {
        ab_registers.words[used++] = (uint32_t)(slots[i] >> (32 * j));
      }
      continue;
    }
    // What does not fit lets none of the rest in.
    if (is_integer) used = register_count;
    types[count] = descriptions[i].type;
    values[count++] = ab_value(argument_types[i], &slots[i]);
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
  // One more for the pointer to a result in memory.
  ab_ffi_type descriptions[argument_count + 1];
  ffi_type *types[argument_count + 1];
  void *values[argument_count + 1];
  ffi_abi abi = ab_abi(convention);
  if (!ab_takes_blocks(convention) && result_type.code == AB_CODE_BLOCK) return -1;
  const ab_result_kind kind = ab_kind_of_result(result_type);
  if (kind == AB_RESULT_HIDDEN_POINTER) {
    types[count] = &ffi_type_pointer;
    values[count++] = &hidden;
  }
#ifdef __i386__
  if (convention >= AB_CONVENTION_REGPARM1 && convention <= AB_CONVENTION_REGPARM3) {
    const int placed =
        ab_place_in_registers(convention - AB_CONVENTION_REGPARM1 + 1, argument_count,
                              argument_types, slots, descriptions, types, values);
    if (placed < 0) return -1;
    ab_registers.function = address;
    address = (uintptr_t)&ab_regparm_enter;
    abi = FFI_DEFAULT_ABI;
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
