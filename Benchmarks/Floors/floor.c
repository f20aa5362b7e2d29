// floor serve LIBRARY STRATEGY BYTES    answers over the mapped file that is descriptor 3
// floor pipe LIBRARY                    answers 64 bytes with 64 bytes, until the input ends
// floor forks LIBRARY                   answers each byte from a process forked for it
#define _GNU_SOURCE
#include "floor.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

void floor_find(struct floor_function *function, void *library, const char *name, ffi_type *result,
                ffi_type *first, ffi_type *second) {
  void *symbol = dlsym(library, name);
  if (symbol == NULL) {
    fprintf(stderr, "floor: %s\n", dlerror());
    exit(1);
  }
  function->address = FFI_FN(symbol);
  function->types[0] = first;
  function->types[1] = second;
  unsigned count = second != NULL ? 2 : 1;
  ffi_status status = ffi_prep_cif(&function->cif, FFI_DEFAULT_ABI, count, result, function->types);
  if (status != FFI_OK) exit(1);
}

int main(int count, char **arguments) {
  // A benchmark that is interrupted leaves nothing behind.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (count < 3) return 64;
  void *library = dlopen(arguments[2], RTLD_NOW);
  if (library == NULL) {
    fprintf(stderr, "floor: %s\n", dlerror());
    return 1;
  }
  if (strcmp(arguments[1], "pipe") == 0) return floor_serve_pipe(library);
  if (strcmp(arguments[1], "forks") == 0) return floor_serve_forks(library);
  if (strcmp(arguments[1], "serve") != 0 || count != 5) return 64;
  return floor_serve(library, (enum floor_strategy)atoi(arguments[3]),
                     strtoul(arguments[4], NULL, 10));
}
