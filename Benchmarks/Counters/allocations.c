// Counts what a process allocates: preloaded, it stands before the C library's own functions.
//
// It adds to the counters that `counted` has mapped; where nobody counts, it only passes on.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "include/floor_counters.h"

void *__libc_malloc(size_t byte_count);
void *__libc_calloc(size_t count, size_t byte_count);
void *__libc_realloc(void *memory, size_t byte_count);
void *__libc_memalign(size_t alignment, size_t byte_count);
void __libc_free(void *memory);

static struct floor_counters *counters;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FLOOR_COUNTERS");
  int file = path != NULL ? open(path, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) return;
  size_t byte_count = sizeof(struct floor_counters) * FLOOR_COUNTER_COUNT;
  struct floor_counters *all = mmap(NULL, byte_count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (all == MAP_FAILED) return;
  counters = &all[sizeof(void *) == 8 ? FLOOR_CONTROLLER : FLOOR_HELPER];
}

static void allocated(void) {
  if (counters != NULL) __atomic_fetch_add(&counters->allocations, 1, __ATOMIC_RELAXED);
}

void *malloc(size_t byte_count) {
  allocated();
  return __libc_malloc(byte_count);
}

void *calloc(size_t count, size_t byte_count) {
  allocated();
  return __libc_calloc(count, byte_count);
}

void *realloc(void *memory, size_t byte_count) {
  allocated();
  return __libc_realloc(memory, byte_count);
}

void *memalign(size_t alignment, size_t byte_count) {
  allocated();
  return __libc_memalign(alignment, byte_count);
}

void *aligned_alloc(size_t alignment, size_t byte_count) {
  return memalign(alignment, byte_count);
}

int posix_memalign(void **memory, size_t alignment, size_t byte_count) {
  void *new = memalign(alignment, byte_count);
  if (new == NULL) return ENOMEM;
  *memory = new;
  return 0;
}

void free(void *memory) {
  if (counters != NULL && memory != NULL) {
    __atomic_fetch_add(&counters->frees, 1, __ATOMIC_RELAXED);
  }
  __libc_free(memory);
}
