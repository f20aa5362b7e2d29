#define _GNU_SOURCE
#include "ab_thread.h"

#include <pthread.h>
#include <stdint.h>

size_t ab_stack_left(void) {
  // Asking for the main thread's stack reads a file: once is enough.
  static _Thread_local uintptr_t lowest;
  char here;
  if (lowest == 0) {
    pthread_attr_t attributes;
    void *address = NULL;
    size_t byte_count = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return SIZE_MAX;
    (void)pthread_attr_getstack(&attributes, &address, &byte_count);
    pthread_attr_destroy(&attributes);
    lowest = (uintptr_t)address;
  }
  return (uintptr_t)&here > lowest ? (uintptr_t)&here - lowest : 0;
}
