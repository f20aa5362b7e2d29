#ifndef AB_MEMORY_H
#define AB_MEMORY_H

#include <stddef.h>
#include <stdint.h>

/// Copies memory of this process from `address`. Returns 0, or -EFAULT where any of it cannot be
/// read; a wrong address kills nobody.
int ab_memory_read(uintptr_t address, void *_Nonnull bytes, size_t byte_count);

/// Copies bytes to `address` in this process. Returns 0, or -EFAULT where any of it cannot be
/// written; a part may have been written then.
int ab_memory_write(uintptr_t address, const void *_Nonnull bytes, size_t byte_count);

/// Counts the bytes before the first NUL at `address`, at most `limit`; a NUL has `unit` bytes: 1,
/// 2 or 4. Returns the count, `limit` where there is no NUL, or -EFAULT where memory ends before.
long ab_memory_text_byte_count(uintptr_t address, size_t limit, size_t unit);

/// Zeroed memory, aligned to 16 bytes; null where there is none.
void *_Nullable ab_memory_allocate(size_t byte_count);

/// Whether so much memory could be allocated in one piece now.
int ab_memory_is_available(size_t byte_count);

/// Gives memory of `ab_memory_allocate` back.
void ab_memory_free(void *_Nullable memory);

#endif
