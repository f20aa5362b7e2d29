#define _GNU_SOURCE
#include "ab_thread.h"

#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <unistd.h>

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

int ab_processor_count(void) {
  cpu_set_t set;
  if (sched_getaffinity(getpid(), sizeof set, &set) == 0) return CPU_COUNT(&set);
  // More processors than the set has room for.
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

int ab_thread_id(void) { return (int)gettid(); }

static _Thread_local void *ab_scope;

void *ab_call_scope(void) { return ab_scope; }

void ab_set_call_scope(void *scope) { ab_scope = scope; }
