// A library with Win32's calling convention: each function takes its arguments off the stack.
#if defined(__i386__)
#define STDCALL __attribute__((stdcall))
#else
#define STDCALL
#endif

STDCALL int add(int a, int b) { return a + b; }
STDCALL double scale(double value, short by) { return value * by; }
STDCALL long long join(unsigned high, unsigned low) { return (long long)high << 32 | low; }
STDCALL int divide(int dividend, int divisor, int *quotient, int *remainder) {
  if (divisor == 0) return -1;
  *quotient = dividend / divisor;
  *remainder = dividend % divisor;
  return 0;
}
STDCALL double largest(const double *values, int count) {
  double largest = values[0];
  for (int i = 1; i < count; i++)
    if (values[i] > largest) largest = values[i];
  return largest;
}

static int level;
STDCALL void set_level(int value) { level = value; }
STDCALL int get_level(void) { return level; }
