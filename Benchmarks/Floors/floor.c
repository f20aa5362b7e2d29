// What a helper cannot do without, in C: load a library, find a function, make libffi ready, call
// it, and answer on a pipe. The benchmark starts it as it starts a helper.
//
//   floor LIBRARY SYMBOL    one byte in, the call, eight bytes out; until the input ends
#define _GNU_SOURCE
#include <dlfcn.h>
#include <ffi.h>
#include <stdio.h>
#include <unistd.h>

int main(int count, char **arguments) {
  if (count != 3) return 64;
  void *library = dlopen(arguments[1], RTLD_NOW);
  void *symbol = library != NULL ? dlsym(library, arguments[2]) : NULL;
  if (symbol == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    return 1;
  }
  ffi_type *types[] = {&ffi_type_double};
  ffi_cif cif;
  if (ffi_prep_cif(&cif, FFI_DEFAULT_ABI, 1, &ffi_type_double, types) != FFI_OK) return 1;
  double argument = 1.0, result = 0;
  void *values[] = {&argument};
  char request;
  while (read(0, &request, 1) == 1) {
    ffi_call(&cif, FFI_FN(symbol), &result, values);
    if (write(1, &result, sizeof result) != sizeof result) return 1;
  }
  return 0;
}
