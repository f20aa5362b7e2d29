#define _GNU_SOURCE
#include "ab_process_mark.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

static pthread_once_t ab_once = PTHREAD_ONCE_INIT;
// In memory that a child finds wiped: asking the system costs as much as the rest of a callback.
static _Atomic uint32_t *ab_mark;
static _Atomic uint32_t ab_last_mark;

static void ab_map_mark(void) {
  const size_t byte_count = (size_t)sysconf(_SC_PAGESIZE);
  void *page = mmap(NULL, byte_count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return;
  if (madvise(page, byte_count, MADV_WIPEONFORK) == 0) {
    ab_mark = page;
  } else {
    (void)munmap(page, byte_count);
  }
}

uint32_t ab_process_mark(void) {
  if (ab_mark == NULL) return (uint32_t)getpid();
  return atomic_load_explicit(ab_mark, memory_order_relaxed);
}

uint32_t ab_process_claim(void) {
  (void)pthread_once(&ab_once, ab_map_mark);
  if (ab_mark == NULL) return (uint32_t)getpid();
  uint32_t mark = 0;
  const uint32_t next = atomic_fetch_add(&ab_last_mark, 1) + 1;
  return atomic_compare_exchange_strong(ab_mark, &mark, next) ? next : mark;
}
