#define _GNU_SOURCE
#include "ab_guard.h"
#include "ab_memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

// The kernel checks the addresses. Where a sandbox denies the call, the copy is made without check.
static int ab_copy_checked(uintptr_t address, void *bytes, size_t byte_count, int is_write) {
  struct iovec local = {.iov_base = bytes, .iov_len = byte_count};
  struct iovec remote = {.iov_base = (void *)address, .iov_len = byte_count};
  while (local.iov_len > 0) {
    ssize_t count = is_write ? process_vm_writev(getpid(), &local, 1, &remote, 1, 0)
                             : process_vm_readv(getpid(), &local, 1, &remote, 1, 0);
    if (count < 0 && (errno == EPERM || errno == ENOSYS)) {
      if (is_write) memcpy(remote.iov_base, local.iov_base, local.iov_len);
      else memcpy(local.iov_base, remote.iov_base, local.iov_len);
      return 0;
    }
    if (count <= 0) return -EFAULT;
    local.iov_base = (char *)local.iov_base + count;
    remote.iov_base = (char *)remote.iov_base + count;
    local.iov_len -= (size_t)count;
    remote.iov_len -= (size_t)count;
  }
  return 0;
}

int ab_memory_read(uintptr_t address, void *bytes, size_t byte_count) {
  if (byte_count > UINTPTR_MAX - address) return -EFAULT;
  return ab_copy_checked(address, bytes, byte_count, 0);
}

int ab_memory_write(uintptr_t address, const void *bytes, size_t byte_count) {
  if (byte_count > UINTPTR_MAX - address) return -EFAULT;
  return ab_copy_checked(address, (void *)(uintptr_t)bytes, byte_count, 1);
}

// Where the first NUL of `unit` bytes is among whole characters, or `byte_count`.
static size_t ab_text_end(const char *bytes, size_t byte_count, size_t unit) {
  static const char zeros[4];
  if (unit == 1) return strnlen(bytes, byte_count);
  size_t offset = 0;
  while (offset < byte_count && memcmp(bytes + offset, zeros, unit) != 0) offset += unit;
  return offset;
}

long ab_memory_text_byte_count(uintptr_t address, size_t limit, size_t unit) {
  char chunk[4096];
  size_t offset = 0;
  while (offset < limit) {
    // Chunks end at page boundaries: a string may end where its page does.
    size_t count = sizeof chunk - (address + offset) % sizeof chunk;
    count -= count % unit;
    // A character may lie across the boundary.
    if (count == 0) count = unit;
    if (count > limit - offset) count = limit - offset;
    if (ab_memory_read(address + offset, chunk, count) != 0) return -EFAULT;
    size_t length = ab_text_end(chunk, count, unit);
    offset += length;
    if (length < count) return (long)offset;
  }
  return (long)limit;
}

void *ab_memory_allocate(size_t byte_count) {
  size_t rounded = (byte_count + 15) & ~(size_t)15;
  if (rounded < byte_count) return NULL;
  void *memory = aligned_alloc(16, rounded > 0 ? rounded : 16);
  if (memory != NULL) memset(memory, 0, rounded);
  return memory;
}

int ab_memory_is_available(size_t byte_count) {
  // Volatile, or the compiler takes the memory for granted.
  void *volatile memory = malloc(byte_count);
  if (memory == NULL && ab_guard_give_up()) memory = malloc(byte_count);
  int is_available = memory != NULL;
  free(memory);
  return is_available;
}

void ab_memory_free(void *memory) { free(memory); }
