#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "CFloor.h"
#include "floor_channel.h"

double floor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int floor_pin(int process, int processor) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (int i = 0; i < CPU_SETSIZE; i++) {
    if (processor < 0 || processor == i) CPU_SET((size_t)i, &set);
  }
  char path[32];
  snprintf(path, sizeof path, "/proc/%d/task", process);
  DIR *threads = opendir(path);
  if (threads == NULL) return -1;
  int result = 0;
  for (struct dirent *entry; (entry = readdir(threads)) != NULL;) {
    pid_t thread = (pid_t)atoi(entry->d_name);
    if (thread > 0 && sched_setaffinity(thread, sizeof set, &set) != 0) result = -1;
  }
  closedir(threads);
  return result;
}

const struct floor_counters *floor_map_counters(void) {
  const char *path = getenv("FLOOR_COUNTERS");
  int file = path != NULL ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0) return NULL;
  size_t byte_count = sizeof(struct floor_counters) * FLOOR_COUNTER_COUNT;
  void *mapping = mmap(NULL, byte_count, PROT_READ, MAP_SHARED, file, 0);
  close(file);
  return mapping == MAP_FAILED ? NULL : mapping;
}

struct floor_counters floor_count(const struct floor_counters *counters, int side) {
  const struct floor_counters *from = &counters[side];
  return (struct floor_counters){
    __atomic_load_n(&from->system_calls, __ATOMIC_RELAXED),
    __atomic_load_n(&from->allocations, __ATOMIC_RELAXED),
    __atomic_load_n(&from->frees, __ATOMIC_RELAXED),
  };
}

void floor_ask_kernel(int count) {
  for (int i = 0; i < count; i++) syscall(SYS_getppid);
}

void floor_allocate(int count) {
  for (int i = 0; i < count; i++) {
    // Seen by the assembler, so that the compiler does not leave the two out.
    void *memory = malloc(16);
    __asm__ volatile("" : "+r"(memory));
    free(memory);
  }
}
