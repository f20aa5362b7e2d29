#include "ab_types.h"

#include <stddef.h>

static ffi_type *const ab_scalars[] = {
    &ffi_type_void,   &ffi_type_sint8,  &ffi_type_uint8,  &ffi_type_sint16, &ffi_type_uint16,
    &ffi_type_sint32, &ffi_type_uint32, &ffi_type_sint64, &ffi_type_uint64, &ffi_type_float,
    &ffi_type_double, &ffi_type_uint8,  &ffi_type_pointer, NULL, &ffi_type_longdouble,
};

enum { AB_SCALAR_COUNT = sizeof ab_scalars / sizeof ab_scalars[0] };
enum { AB_CLASS_INTEGER = 1, AB_CLASS_VECTOR = 2, AB_CLASS_X87 = 3, AB_CLASS_COMPLEX_X87 = 4 };

ab_result_kind ab_kind_of_result(ab_type type) {
  if (type.code != AB_CODE_BLOCK) return AB_RESULT_PLAIN;
#ifdef __x86_64__
  return type.class_count == 0 ? AB_RESULT_HIDDEN_POINTER : AB_RESULT_PLAIN;
#else
  return type.class_count > 0 ? AB_RESULT_REGISTER_PAIR : AB_RESULT_PLAIN;
#endif
}

#ifdef __x86_64__
// An element that libffi puts into the class of the eight bytes that begin at `offset`.
static ffi_type *ab_element(uint8_t class, uint32_t byte_count) {
  switch (class) {
    case AB_CLASS_INTEGER: return &ffi_type_uint64;
    case AB_CLASS_VECTOR: return byte_count <= 4 ? &ffi_type_float : &ffi_type_double;
    case AB_CLASS_X87: return &ffi_type_longdouble;
    default: return NULL;
  }
}
#endif

// A block's length and alignment are given, so that libffi computes neither.
static int ab_describe_block(ab_type type, ab_ffi_type *description) {
  description->block = (ffi_type){
      .size = type.byte_count,
      .alignment = type.alignment,
      .type = FFI_TYPE_STRUCT,
      .elements = description->elements,
  };
  description->type = &description->block;
#ifdef __x86_64__
  if (type.class_count == 1 && type.classes[0] == AB_CLASS_COMPLEX_X87) {
    description->type = &ffi_type_complex_longdouble;
    return 0;
  }
  if (type.class_count > 2) return -1;
  for (uint32_t i = 0; i < type.class_count; i++) {
    description->elements[i] = ab_element(type.classes[i], type.byte_count - 8 * i);
    if (description->elements[i] == NULL) return -1;
  }
  // An x87 number among the elements sends an argument to memory.
  if (type.class_count == 0) description->elements[0] = &ffi_type_longdouble;
  description->elements[type.class_count == 0 ? 1 : type.class_count] = NULL;
#else
  // Everything is on the stack, aligned to 4 bytes.
  description->block.alignment = 4;
  description->elements[0] = &ffi_type_uint8;
  description->elements[1] = NULL;
#endif
  return 0;
}

int ab_describe(ab_type type, ab_ffi_type *description) {
  if (type.code == AB_CODE_BLOCK) {
    return type.byte_count == 0 ? -1 : ab_describe_block(type, description);
  }
  if (type.code >= AB_SCALAR_COUNT || ab_scalars[type.code] == NULL) return -1;
  description->type = ab_scalars[type.code];
  return 0;
}

int ab_describe_result(ab_type type, ab_ffi_type *description) {
  if (ab_describe(type, description) != 0) return -1;
  switch (ab_kind_of_result(type)) {
    case AB_RESULT_HIDDEN_POINTER: description->type = &ffi_type_pointer; break;
    case AB_RESULT_REGISTER_PAIR: description->type = &ffi_type_uint64; break;
    case AB_RESULT_PLAIN:
      // A structure of one x87 number comes back as that number does.
      if (type.code == AB_CODE_BLOCK && type.class_count == 1 &&
          type.classes[0] == AB_CLASS_X87) {
        description->type = &ffi_type_longdouble;
      }
      break;
  }
  return 0;
}

uint64_t ab_extended(uint8_t code, uint64_t bits) {
  switch (code) {
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

ffi_abi ab_abi(uint32_t convention) {
  switch (convention) {
    case AB_CONVENTION_C: return FFI_DEFAULT_ABI;
#ifdef __i386__
    case AB_CONVENTION_STDCALL: return FFI_STDCALL;
    case AB_CONVENTION_FASTCALL: return FFI_FASTCALL;
    case AB_CONVENTION_THISCALL: return FFI_THISCALL;
#endif
    default: return AB_NO_ABI;
  }
}

int ab_takes_blocks(uint32_t convention) {
  return convention == AB_CONVENTION_C || convention == AB_CONVENTION_STDCALL;
}
