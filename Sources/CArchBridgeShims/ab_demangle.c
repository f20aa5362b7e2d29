#define _GNU_SOURCE
#include "ab_demangle.h"

#include <dlfcn.h>
#include <stddef.h>

// References in a name multiply its length: 30 of them give at most 3^10 times as much.
enum { AB_REFERENCE_LIMIT = 30, AB_NAME_LIMIT = 2000 };

static int ab_is_bounded(const char *symbol) {
  int references = 0;
  size_t length = 0;
  for (const char *c = symbol; *c != 0; c++, length++) {
    references += (c[0] == 'S' || c[0] == 'T') &&
                  (c[1] == '_' || (c[1] >= '0' && c[1] <= '9') || (c[1] >= 'A' && c[1] <= 'Z'));
  }
  return references <= AB_REFERENCE_LIMIT && length <= AB_NAME_LIMIT;
}

char *ab_demangle(const char *symbol) {
  typedef char *demangle(const char *, char *, size_t *, int *);
  if (symbol[0] != '_' || symbol[1] != 'Z' || !ab_is_bounded(symbol)) return NULL;
  // Looked up instead of linked, so that nothing here needs a C++ runtime.
  demangle *function = (demangle *)dlsym(RTLD_DEFAULT, "__cxa_demangle");
  if (function == NULL) return NULL;
  int status = 0;
  return function(symbol, NULL, NULL, &status);
}
