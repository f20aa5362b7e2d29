#define _GNU_SOURCE
#include "ab_shared.h"

#include <errno.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

int ab_shared_look(int descriptor, struct ab_shared_file *file) {
  struct stat64 status;
  if (fstat64(descriptor, &status) != 0) return -errno;
  if (!S_ISREG(status.st_mode)) return -EINVAL;
  file->descriptor = descriptor;
  file->device = status.st_dev;
  file->inode = status.st_ino;
  file->byte_count = (uint64_t)status.st_size;
  return 0;
}

uint64_t ab_shared_byte_limit(void) {
  struct rlimit64 limit;
  if (getrlimit64(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM64_INFINITY) return UINT64_MAX;
  return limit.rlim_cur;
}

static void *ab_map_pages(uint64_t byte_count, int flags, int descriptor, uint64_t offset) {
  if (byte_count == 0 || byte_count > (uint64_t)PTRDIFF_MAX * 2) return NULL;
  void *memory = mmap64(NULL, (size_t)byte_count, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_NORESERVE | flags, descriptor, (off64_t)offset);
  if (memory == MAP_FAILED) return NULL;
  (void)madvise(memory, (size_t)byte_count, MADV_DONTFORK);
  return memory;
}

int ab_shared_is_there(const struct ab_shared_file *file) {
  struct ab_shared_file now;
  return ab_shared_look(file->descriptor, &now) == 0 && now.device == file->device &&
         now.inode == file->inode && now.byte_count >= file->byte_count;
}

void *ab_shared_map(const struct ab_shared_file *file, uint64_t offset, uint64_t byte_count) {
  if (offset > file->byte_count || byte_count > file->byte_count - offset) return NULL;
  return ab_map_pages(byte_count, 0, file->descriptor, offset);
}

void *ab_shared_map_anonymous(uint64_t byte_count) {
  return ab_map_pages(byte_count, MAP_ANONYMOUS, -1, 0);
}

int ab_shared_unmap(uint64_t address, uint64_t byte_count) {
  if (address > UINTPTR_MAX || byte_count > UINTPTR_MAX) return -EINVAL;
  return munmap((void *)(uintptr_t)address, (size_t)byte_count) != 0 ? -errno : 0;
}

uint64_t ab_shared_room(uint64_t limit) {
  const uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
  uint64_t low = 0;
  uint64_t high = (limit > SIZE_MAX ? SIZE_MAX : limit) / page + 1;
  // So many pages have room, and `high` have none.
  while (low + 1 < high) {
    uint64_t middle = low + (high - low) / 2;
    void *memory = mmap64(NULL, (size_t)(middle * page), PROT_NONE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
      high = middle;
    } else {
      (void)munmap(memory, (size_t)(middle * page));
      low = middle;
    }
  }
  return low * page;
}

int ab_shared_populate(void *memory, uint64_t byte_count) {
  if (madvise(memory, (size_t)byte_count, MADV_POPULATE_WRITE) == 0) return 0;
  // Kernels before 5.14 do not know it: there, memory is taken when it is touched.
  return errno == EINVAL ? 0 : -errno;
}

int ab_shared_discard(void *memory, uint64_t byte_count) {
  return madvise(memory, (size_t)byte_count, MADV_REMOVE) != 0 ? -errno : 0;
}
