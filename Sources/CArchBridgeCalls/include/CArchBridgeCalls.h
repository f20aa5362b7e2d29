#ifndef CARCHBRIDGECALLS_H
#define CARCHBRIDGECALLS_H

#include <stdint.h>

/// Calls the function at `address` with C's convention.
///
/// Types are numbered as on the wire: 0 void, 1 to 8 the integers of 8 to 64 bits, signed before
/// unsigned, 9 float, 10 double, 11 `_Bool`, 12 pointer. Each argument is a slot of 8 bytes, whose
/// lower bytes are the value; the result is extended to 8 bytes by its sign, `float` excepted.
/// Returns 0, or -1 where libffi cannot make such a call.
int ab_call(uintptr_t address, uint8_t result_type, uint32_t argument_count,
            const uint8_t *_Nonnull argument_types, uint64_t *_Nonnull slots,
            uint64_t *_Nonnull result);

enum { AB_CALL_ARGUMENT_LIMIT = 127 };

#endif
