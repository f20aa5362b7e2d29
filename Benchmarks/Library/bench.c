// What both sides of every row call: small functions of a library that nobody can look into.
//
// Compiled without built-in functions, so that every call that is written here is made.
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int add(int a, int b) { return a + b; }

int length(const char *text) { return (int)strlen(text); }

double sum(const double *values, int count) {
  double total = 0;
  for (int i = 0; i < count; i++) total += values[i];
  return total;
}

int apply(int (*function)(int), int count) {
  int total = 0;
  for (int i = 0; i < count; i++) total += function(i & 1);
  return total;
}

// Work that no processor does ahead: each step needs the one before it.
double work(int step_count) {
  double value = 1;
  for (int i = 0; i < step_count; i++) value = 1 / (value + 1);
  return value;
}

// What the counters of allocations and system calls must see, or they count nothing.
int allocate(int count) {
  for (int i = 0; i < count; i++) free(malloc(16));
  return count;
}

int ask_kernel(int count) {
  for (int i = 0; i < count; i++) syscall(SYS_getppid);
  return count;
}
