#include "ab_float.h"

#include <stdint.h>

#if defined(__i386__) || defined(__x86_64__)

enum { AB_X87_CONTROL = 0x37f, AB_SSE_CONTROL = 0x1f80, AB_SSE_FLAGS = 0x3f };

void ab_float_restore(void) {
  uint16_t x87;
  uint32_t sse;
  __asm__ volatile("fnstcw %0" : "=m"(x87));
  __asm__ volatile("stmxcsr %0" : "=m"(sse));
  // What would be taken at once is forgotten first.
  if (x87 != AB_X87_CONTROL) __asm__ volatile("fninit");
  if ((sse & ~(uint32_t)AB_SSE_FLAGS) != AB_SSE_CONTROL) {
    const uint32_t control = AB_SSE_CONTROL;
    __asm__ volatile("ldmxcsr %0" : : "m"(control));
  }
}

#else

#include <fenv.h>

void ab_float_restore(void) {
  if (fegetround() != FE_TONEAREST) (void)fesetenv(FE_DFL_ENV);
}

#endif
