#define _GNU_SOURCE
#include "ab_library.h"

#include <dlfcn.h>
#include <link.h>
#include <stdio.h>
#include <string.h>

static size_t ab_copy(char *to, size_t byte_count, const char *from) {
  size_t length = strnlen(from, byte_count - 1);
  memcpy(to, from, length);
  to[length] = 0;
  return length;
}

uintptr_t ab_library_open(const char *name, uint32_t flags, char *error, size_t error_byte_count) {
  int mode = (flags & AB_LOAD_NOW) ? RTLD_NOW : RTLD_LAZY;
  if (flags & AB_LOAD_GLOBAL) mode |= RTLD_GLOBAL;
  if (flags & AB_LOAD_DEEP_BIND) mode |= RTLD_DEEPBIND;
  if (flags & AB_LOAD_NO_DELETE) mode |= RTLD_NODELETE;
  void *handle = dlopen(name, mode);
  if (handle != NULL) return (uintptr_t)handle;
  const char *text = dlerror();
  ab_copy(error, error_byte_count, text != NULL ? text : "the loader gives no reason");
  return 0;
}

size_t ab_library_path(uintptr_t handle, char *path, size_t byte_count) {
  struct link_map *map = NULL;
  path[0] = 0;
  if (dlinfo((void *)handle, RTLD_DI_LINKMAP, &map) != 0 || map == NULL) return 0;
  return ab_copy(path, byte_count, map->l_name);
}

int ab_library_symbol(uintptr_t handle, const char *name, uintptr_t *address) {
  (void)dlerror();
  *address = (uintptr_t)dlsym((void *)handle, name);
  return *address != 0 || dlerror() == NULL;
}
