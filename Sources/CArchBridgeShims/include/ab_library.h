#ifndef AB_LIBRARY_H
#define AB_LIBRARY_H

#include <stddef.h>
#include <stdint.h>

enum {
  AB_LOAD_NOW = 1,
  AB_LOAD_GLOBAL = 2,
  AB_LOAD_DEEP_BIND = 4,
  AB_LOAD_NO_DELETE = 8,
};

/// Loads a library by path or soname. Returns its handle, or 0 with the loader's text in `error`.
uintptr_t ab_library_open(const char *_Nonnull name, uint32_t flags, char *_Nonnull error,
                          size_t error_byte_count);

/// Writes the path of the file that a handle stands for. Returns how many bytes it has, less than
/// `byte_count`.
size_t ab_library_path(uintptr_t handle, char *_Nonnull path, size_t byte_count);

/// Looks a symbol up. Returns whether there is one; its address may be 0 all the same.
int ab_library_symbol(uintptr_t handle, const char *_Nonnull name, uintptr_t *_Nonnull address);

#endif
