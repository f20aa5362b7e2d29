// The fastest honest round trip between two processes: a cache line each way, in memory that both
// have mapped. Compiled into the benchmark for x86-64 and into the floor program for i386.
#ifndef FLOOR_CHANNEL_H
#define FLOOR_CHANNEL_H

#include <linux/futex.h>
#include <sched.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "include/floor_strategy.h"

enum floor_kind {
  FLOOR_ADD,
  FLOOR_LENGTH,
  // Calls back as often as is asked for; each reply of that kind wants an answer.
  FLOOR_CALL_BACK,
  FLOOR_SUM,
  // The same sum of an array of the floor program's own, which answers how long it took.
  FLOOR_SUM_ALONE,
  FLOOR_WORK,
  FLOOR_BATCH,
  FLOOR_END,
};

enum { FLOOR_RING_COUNT = 1024, FLOOR_TEXT_CAPACITY = 44 };

// What crosses; the same bytes for both architectures.
struct floor_message {
  uint32_t kind;
  int32_t count;
  union {
    struct {
      int32_t a, b;
    };
    double number;
    char text[FLOOR_TEXT_CAPACITY];
  };
} __attribute__((packed, aligned(4)));

struct floor_line {
  // How often it was published, and in the lowest bit whether somebody sleeps until it is again.
  _Atomic uint32_t word;
  // The processor that it was published on.
  uint32_t processor;
  struct floor_message message;
} __attribute__((aligned(64)));

struct floor_entry {
  int32_t a, b;
};

struct floor_shared {
  struct floor_line request, reply, produced, consumed;
  // Results lie apart, so that each cache line is written by one side only.
  struct floor_entry ring[FLOOR_RING_COUNT];
  int32_t results[FLOOR_RING_COUNT];
} __attribute__((aligned(64)));

_Static_assert(sizeof(struct floor_line) == 64, "a line is a cache line");
_Static_assert(offsetof(struct floor_line, message) == 8, "the same for both architectures");

// Where the array begins in the mapped file.
enum { FLOOR_ARRAY_OFFSET = 65536 };
_Static_assert(sizeof(struct floor_shared) <= FLOOR_ARRAY_OFFSET, "the array comes after it");

static inline uint64_t floor_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static inline uint32_t floor_processor(void) { return (uint32_t)sched_getcpu(); }

// Publishes what was written into a line, and wakes who sleeps at it, if anybody does.
static inline void floor_publish(struct floor_line *line, uint32_t number) {
  line->processor = floor_processor();
  uint32_t before = atomic_exchange_explicit(&line->word, number << 1, memory_order_acq_rel);
  if (before & 1) syscall(SYS_futex, &line->word, FUTEX_WAKE, 1, NULL, NULL, 0);
}

// For how long a waiter spins before it sleeps, in nanoseconds.
static inline uint64_t floor_spin_time(const struct floor_line *line, enum floor_strategy strategy) {
  switch (strategy) {
    case FLOOR_FUTEX: return 0;
    case FLOOR_SPIN_5: return 5000;
    case FLOOR_SPIN_20: return 20000;
    case FLOOR_OTHER_PROCESSOR: return line->processor == floor_processor() ? 0 : 50000;
    case FLOOR_SPIN: break;
  }
  return UINT64_MAX;
}

static inline int floor_is_past(uint32_t word, uint32_t number) { return word >> 1 != number; }

// Waits until a line is published again after the given number, and returns its number then.
static inline uint32_t floor_await(struct floor_line *line, uint32_t number,
                                   enum floor_strategy strategy) {
  uint32_t word = atomic_load_explicit(&line->word, memory_order_acquire);
  if (floor_is_past(word, number)) return word >> 1;
  uint64_t spin_time = floor_spin_time(line, strategy), start = 0;
  // The clock is read rarely: a reply that comes at once must not wait for it.
  for (unsigned turn = 1; spin_time != 0; turn++) {
    __builtin_ia32_pause();
    word = atomic_load_explicit(&line->word, memory_order_acquire);
    if (floor_is_past(word, number)) return word >> 1;
    if (turn % 32 != 0 || spin_time == UINT64_MAX) continue;
    uint64_t now = floor_nanoseconds();
    if (start == 0) start = now;
    if (now - start >= spin_time) break;
  }
  while (!floor_is_past(word, number)) {
    uint32_t asleep = word | 1;
    if (word == asleep || atomic_compare_exchange_strong(&line->word, &word, asleep)) {
      syscall(SYS_futex, &line->word, FUTEX_WAIT, asleep, NULL, NULL, 0);
      word = atomic_load_explicit(&line->word, memory_order_acquire);
    }
  }
  return word >> 1;
}

#endif
