#define _GNU_SOURCE
#include "ab_demangle.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

// References in a name multiply its length: 30 of them give at most 3^10 times as much. An expansion of
// a pack repeats what it has for each of the pack's elements, of which a name has fewer than bytes.
enum { AB_REFERENCE_LIMIT = 30, AB_NAME_LIMIT = 2000, AB_EXPANSION_LIMIT = 1000000 };

static int ab_is_bounded(const char *symbol) {
  int references = 0;
  const size_t length = strnlen(symbol, AB_NAME_LIMIT + 1);
  if (length > AB_NAME_LIMIT) return 0;
  size_t expanded = 1;
  for (const char *c = symbol; *c != 0; c++) {
    if ((c[0] == 'D' || c[0] == 's') && c[1] == 'p') expanded *= length;
    if (expanded > AB_EXPANSION_LIMIT) return 0;
    references += (c[0] == 'S' || c[0] == 'T') &&
                  (c[1] == '_' || (c[1] >= '0' && c[1] <= '9') || (c[1] >= 'A' && c[1] <= 'Z'));
  }
  return references <= AB_REFERENCE_LIMIT;
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
