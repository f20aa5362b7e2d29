// The floor program: what a helper cannot do without, in C for i386.
#ifndef FLOOR_H
#define FLOOR_H

#include <ffi.h>

#include "floor_channel.h"

// A function of the library, and what libffi needs to call it.
struct floor_function {
  void (*address)(void);
  ffi_cif cif;
  ffi_type *types[2];
};

// Finds a function and makes libffi ready for it; ends the program where that cannot be.
void floor_find(struct floor_function *function, void *library, const char *name, ffi_type *result,
                ffi_type *first, ffi_type *second);

// Answers over the mapped file that is descriptor 3.
int floor_serve(void *library, enum floor_strategy strategy, size_t array_byte_count);

// Answers 64 bytes with 64 bytes over standard input and output, until the input ends.
int floor_serve_pipe(void *library);

// Forks for each byte on standard input; the child answers it, and ends.
int floor_serve_forks(void *library);

#endif
