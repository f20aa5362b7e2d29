#ifndef AB_CALL_H
#define AB_CALL_H

#include <stdint.h>

enum { AB_CALL_ARGUMENT_LIMIT = 127, AB_THREW = 1 };

/// A type as it crosses by value. Types are numbered as on the wire: 0 void, 1 to 8 the integers of
/// 8 to 64 bits, signed before unsigned, 9 float, 10 double, 11 `_Bool`, 12 pointer, 14 x87's 80
/// bits, 17 a block, which has a length, an alignment and at most two classes.
typedef struct ab_type {
  uint32_t byte_count;
  uint8_t code;
  uint8_t alignment;
  uint8_t class_count;
  uint8_t classes[2];
} ab_type;

/// How a function is called, as on the wire. All but C's are i386's own.
enum {
  AB_CONVENTION_C,
  AB_CONVENTION_STDCALL,
  AB_CONVENTION_FASTCALL,
  AB_CONVENTION_THISCALL,
  AB_CONVENTION_REGPARM1,
  AB_CONVENTION_REGPARM2,
  AB_CONVENTION_REGPARM3,
};

/// Calls the function at `address` with a convention.
///
/// Each argument is a slot of 8 bytes: a number's lower bytes are the value; for a value of many
/// bytes the slot is its address, from where 16 bytes more than its length can be read. A number
/// that is returned is extended to 8 bytes by its sign, `float` excepted, and put into `bits`; a
/// value of many bytes goes to `bytes`, which has room for 32 bytes and for the value. `error_number` is
/// what `errno` is before the call, and then what it is after. Returns 0, -1 where libffi cannot
/// make such a call, or `AB_THREW` where the function has thrown what `ab_thrown_last` says.
int ab_call(uintptr_t address, uint32_t convention, ab_type result_type, uint32_t argument_count,
            const ab_type *_Nonnull argument_types, uint64_t *_Nonnull slots,
            uint64_t *_Nonnull bits, uint8_t *_Nullable bytes, int *_Nonnull error_number);

#endif
