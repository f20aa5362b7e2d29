#ifndef AB_TYPES_H
#define AB_TYPES_H

#include <ffi.h>
#include <stdint.h>

#include "ab_call.h"

enum { AB_CODE_VOID = 0, AB_CODE_EXTENDED = 14, AB_CODE_BLOCK = 17, AB_EXTENDED_BYTE_COUNT = 10 };

/// libffi's description of a type, with the memory that one of a block needs.
typedef struct ab_ffi_type {
  ffi_type block;
  ffi_type *elements[3];
  ffi_type *type;
} ab_ffi_type;

/// Describes a type for libffi. Returns 0, or -1 where there is no such type.
int ab_describe(ab_type type, ab_ffi_type *description);

/// How a result comes out of a call that libffi makes.
typedef enum ab_result_kind {
  AB_RESULT_PLAIN,
  /// In the two integer registers of 32 bits: i386 returns `float _Complex` so.
  AB_RESULT_REGISTER_PAIR,
  /// Through a pointer that is the first argument: x86-64 returns what goes in memory so.
  AB_RESULT_HIDDEN_POINTER,
} ab_result_kind;

/// How a result of this type comes out.
ab_result_kind ab_kind_of_result(ab_type type);

/// Describes the type of a result for libffi, one that goes where libffi's own would not included.
/// Returns 0, or -1 where there is no such type.
int ab_describe_result(ab_type type, ab_ffi_type *description);

/// No way to call.
#define AB_NO_ABI FFI_FIRST_ABI

/// libffi's name for a convention whose arguments it places as they come; `AB_NO_ABI` where there is
/// none.
ffi_abi ab_abi(uint32_t convention);

/// Whether libffi and compilers agree on where structures go with a convention.
int ab_takes_blocks(uint32_t convention);

/// Extends the narrow number that is in `bits` to 64 bits.
uint64_t ab_extended(uint8_t code, uint64_t bits);

#endif
