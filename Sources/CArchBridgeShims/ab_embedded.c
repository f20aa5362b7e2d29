// What Embedded Swift expects of a platform; the helper's build alone compiles it.
#ifdef ARCHBRIDGE_HELPER

#include <stddef.h>
#include <stdint.h>
#include <sys/random.h>

void arc4random_buf(void *bytes, size_t byte_count);

void arc4random_buf(void *bytes, size_t byte_count) {
  unsigned char *next = bytes;
  while (byte_count > 0) {
    ssize_t count = getrandom(next, byte_count, 0);
    if (count <= 0) continue;
    next += count;
    byte_count -= (size_t)count;
  }
}

#ifdef __i386__

// What a compiler calls for 64 bits on this architecture. libgcc_s has it too, but loading that
// library is a tenth of what a helper's start takes. Written in halves, so that nothing here becomes
// a call of itself.
#define AB_COMPILER_CALLS __attribute__((visibility("hidden"), used))

union ab_halves {
  uint64_t whole;
  struct {
    uint32_t low, high;
  };
};

uint64_t __ashldi3(uint64_t value, int count);
uint64_t __lshrdi3(uint64_t value, int count);
int64_t __ashrdi3(int64_t value, int count);
uint64_t __udivdi3(uint64_t dividend, uint64_t divisor);

AB_COMPILER_CALLS uint64_t __ashldi3(uint64_t value, int count) {
  union ab_halves from = {value}, to = {0};
  if (count == 0) return value;
  if (count >= 32) {
    to.high = from.low << (count - 32);
  } else {
    to.high = from.high << count | from.low >> (32 - count);
    to.low = from.low << count;
  }
  return to.whole;
}

AB_COMPILER_CALLS uint64_t __lshrdi3(uint64_t value, int count) {
  union ab_halves from = {value}, to = {0};
  if (count == 0) return value;
  if (count >= 32) {
    to.low = from.high >> (count - 32);
  } else {
    to.low = from.low >> count | from.high << (32 - count);
    to.high = from.high >> count;
  }
  return to.whole;
}

AB_COMPILER_CALLS int64_t __ashrdi3(int64_t value, int count) {
  union ab_halves from = {(uint64_t)value}, to = {0};
  if (count == 0) return value;
  if (count >= 32) {
    to.low = (uint32_t)((int32_t)from.high >> (count - 32));
    to.high = (uint32_t)((int32_t)from.high >> 31);
  } else {
    to.low = from.low >> count | from.high << (32 - count);
    to.high = (uint32_t)((int32_t)from.high >> count);
  }
  return (int64_t)to.whole;
}

AB_COMPILER_CALLS uint64_t __udivdi3(uint64_t dividend, uint64_t divisor) {
  union ab_halves from = {dividend}, by = {divisor}, quotient = {0};
  if (by.high == 0) {
    uint32_t remainder = from.high % by.low;
    quotient.high = from.high / by.low;
    __asm__("divl %4"
            : "=a"(quotient.low), "=d"(remainder)
            : "a"(from.low), "d"(remainder), "r"(by.low));
    return quotient.whole;
  }
  // The divisor has more than 32 bits, and the quotient less: what is left over of the dividend's
  // upper half, bit by bit.
  uint64_t remainder = from.high;
  for (int bit = 31; bit >= 0; bit--) {
    uint64_t shifted = remainder + remainder + (from.low >> bit & 1);
    // Beyond 64 bits it is larger than every divisor.
    int is_larger = shifted < remainder || shifted >= divisor;
    remainder = is_larger ? shifted - divisor : shifted;
    quotient.low = quotient.low + quotient.low + (uint32_t)is_larger;
  }
  return quotient.whole;
}

#endif

#else
typedef int ab_translation_unit_is_not_empty;
#endif
