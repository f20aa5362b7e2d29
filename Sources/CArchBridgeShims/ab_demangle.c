#define _GNU_SOURCE
#include "ab_demangle.h"

#include <dlfcn.h>
#include <stddef.h>

char *ab_demangle(const char *symbol) {
  typedef char *demangle(const char *, char *, size_t *, int *);
  if (symbol[0] != '_' || symbol[1] != 'Z') return NULL;
  // Looked up instead of linked, so that nothing here needs a C++ runtime.
  demangle *function = (demangle *)dlsym(RTLD_DEFAULT, "__cxa_demangle");
  if (function == NULL) return NULL;
  int status = 0;
  return function(symbol, NULL, NULL, &status);
}
