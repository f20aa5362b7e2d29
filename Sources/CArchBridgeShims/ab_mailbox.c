#define _GNU_SOURCE
#include "ab_mailbox.h"

#include "ab_child.h"
#include "ab_confine.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// A word counts in steps of 2.
enum { AB_STEP = 2, AB_LINE = 64 };

// What one side writes and the other reads. A short message shares a cache line with its word, which
// changes its owner once for each message: it is written in one go, and the word last.
struct ab_direction {
  _Atomic uint32_t is_announced;
  volatile uint32_t progress[2];
  // What the system refused to it, while it is confined.
  volatile uint32_t refusals[AB_REFUSAL_COUNT];
  _Alignas(AB_LINE) _Atomic uint32_t taken;
  // Whether this side sleeps until the other has taken a message, and until one comes.
  _Atomic uint32_t sender_sleeps;
  _Atomic uint32_t receiver_sleeps;
  _Alignas(AB_LINE) _Atomic uint32_t word;
  _Atomic uint32_t cpu;
  _Atomic uint32_t byte_count;
  _Atomic uint32_t flags;
  uint8_t bytes[AB_MAILBOX_CAPACITY];
};

_Static_assert(sizeof(struct ab_direction) == AB_MAILBOX_FILE_BYTES / 2, "two fill the file");

struct ab_mailbox {
  struct ab_direction *out;
  struct ab_direction *in;
  // How far this side is; the shared words may be changed by anybody.
  uint32_t published;
  uint32_t received;
  // Of messages that continue: how many this side has taken, and seen the other side take.
  uint32_t given;
  uint32_t waited;
  _Atomic int is_interrupted;
  // How many of this side's threads sleep, or are about to.
  _Atomic int sleeping;
};

// How long an answer is waited for without sleeping, while it is made on another processor.
enum { AB_SPIN_NANOSECONDS = 50000, AB_SPIN_ROUNDS = 64 };

int ab_make_shared_file(const char *name, uint64_t byte_count) {
  int descriptor = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor < 0) return -errno;
  if (ftruncate64(descriptor, (off64_t)byte_count) != 0 ||
      fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
    int error = errno;
    (void)close(descriptor);
    return -error;
  }
  return descriptor;
}

// The helper's own.
static ab_mailbox *ab_served;

ab_mailbox *ab_mailbox_open(int descriptor, int side) {
  ab_mailbox *mailbox = calloc(1, sizeof *mailbox);
  if (mailbox == NULL) return NULL;
  void *memory = mmap(NULL, AB_MAILBOX_FILE_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  if (memory == MAP_FAILED) {
    free(mailbox);
    return NULL;
  }
  (void)madvise(memory, AB_MAILBOX_FILE_BYTES, MADV_DONTFORK);
  struct ab_direction *directions = memory;
  mailbox->out = &directions[side];
  mailbox->in = &directions[1 - side];
  if (side == 1) ab_served = mailbox;
  return mailbox;
}

void ab_mailbox_forsake(void) {
  const ab_mailbox *mailbox = ab_served;
  if (mailbox == NULL) return;
  struct ab_direction *first = mailbox->out < mailbox->in ? mailbox->out : mailbox->in;
  if (mmap(first, AB_MAILBOX_FILE_BYTES, PROT_READ | PROT_WRITE,
           MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED) {
    return;
  }
  atomic_store(&mailbox->in->word, mailbox->received);
  atomic_store(&mailbox->in->taken, mailbox->waited);
}

void ab_mailbox_close(ab_mailbox *mailbox) {
  struct ab_direction *first = mailbox->out < mailbox->in ? mailbox->out : mailbox->in;
  (void)munmap(first, AB_MAILBOX_FILE_BYTES);
  free(mailbox);
}

void ab_mailbox_announce(ab_mailbox *mailbox) {
  // Whoever waits for the first message knows already whether it can come without a sleep.
  atomic_store_explicit(&mailbox->out->cpu, (uint32_t)sched_getcpu() + 1, memory_order_relaxed);
  atomic_store(&mailbox->out->is_announced, 1);
}

int ab_mailbox_is_announced(const ab_mailbox *mailbox) {
  return atomic_load(&mailbox->in->is_announced) == 1;
}

volatile uint32_t *ab_mailbox_progress(ab_mailbox *mailbox) { return mailbox->out->progress; }

int64_t ab_mailbox_peer_progress(const ab_mailbox *mailbox, uint32_t sequence) {
  return mailbox->in->progress[0] == sequence ? mailbox->in->progress[1] : -1;
}

volatile uint32_t *ab_mailbox_refusals(ab_mailbox *mailbox) { return mailbox->out->refusals; }

void ab_mailbox_peer_refusals(const ab_mailbox *mailbox, uint32_t *refusals) {
  for (int i = 0; i < AB_REFUSAL_COUNT; i++) refusals[i] = mailbox->in->refusals[i];
}

// MARK: Words

static void ab_wake(_Atomic uint32_t *word) {
  (void)syscall(SYS_futex, word, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
}

static void ab_set_word(_Atomic uint32_t *word, uint32_t value, _Atomic uint32_t *sleeps) {
  // Whoever goes to sleep says so before its last look at the word. An exchange costs less than a
  // store and a fence.
  (void)atomic_exchange(word, value);
  if (atomic_load(sleeps)) ab_wake(word);
}

static uint32_t ab_cpu(void) { return (uint32_t)sched_getcpu() + 1; }

static int64_t ab_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void ab_pause(void) {
#if defined(__i386__) || defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

// Only what sleeps can be timed: a helper waits for ever.
static int ab_sleep(_Atomic uint32_t *word, uint32_t value, int64_t deadline) {
  struct {
    long seconds;
    long nanoseconds;
  } limit = {0, 0};
  if (deadline >= 0) {
    int64_t left = deadline - ab_now();
    if (left <= 0) return -ETIMEDOUT;
    // The wait is repeated where this is too long for a `long`.
    if (left > INT32_MAX / 2 * INT64_C(1000000000)) left = INT32_MAX / 2 * INT64_C(1000000000);
    limit.seconds = (long)(left / 1000000000);
    limit.nanoseconds = (long)(left % 1000000000);
  }
  (void)syscall(SYS_futex, word, FUTEX_WAIT, value, deadline >= 0 ? &limit : NULL, NULL, 0);
  return 0;
}

static int ab_has_changed(_Atomic uint32_t *word, uint32_t seen) {
  return atomic_load_explicit(word, memory_order_acquire) != seen;
}

// Waits without sleeping. Returns whether the word has changed.
static int ab_spin(_Atomic uint32_t *word, uint32_t seen, const ab_mailbox *mailbox) {
  int64_t end = 0;
  for (;;) {
    for (int i = 0; i < AB_SPIN_ROUNDS; i++) {
      if (ab_has_changed(word, seen)) return 1;
      ab_pause();
    }
    if (atomic_load_explicit(&mailbox->is_interrupted, memory_order_relaxed)) return 0;
    int64_t now = ab_now();
    if (end == 0) end = now + AB_SPIN_NANOSECONDS;
    if (now >= end) return 0;
  }
}

// Waits until a word is no longer `seen`.
static int ab_wait_change(ab_mailbox *mailbox, _Atomic uint32_t *word, uint32_t seen,
                          _Atomic uint32_t *sleeps, int64_t nanoseconds) {
  if (ab_has_changed(word, seen)) return 0;
  const int64_t deadline = nanoseconds < 0 ? -1 : ab_now() + nanoseconds;
  uint32_t peer = atomic_load_explicit(&mailbox->in->cpu, memory_order_relaxed);
  if (peer != 0 && peer != ab_cpu() && ab_spin(word, seen, mailbox)) return 0;
  ab_child_leave();
  // Stored, not counted: nobody else's number would be right.
  atomic_store(sleeps, 1);
  // Whoever interrupts wakes until nobody is counted here: nothing that is shared decides it.
  atomic_fetch_add(&mailbox->sleeping, 1);
  atomic_thread_fence(memory_order_seq_cst);
  int result = 0;
  while (result == 0 && !ab_has_changed(word, seen)) {
    if (atomic_load(&mailbox->is_interrupted)) {
      result = -EOWNERDEAD;
    } else {
      result = ab_sleep(word, seen, deadline);
    }
  }
  atomic_fetch_sub(&mailbox->sleeping, 1);
  atomic_store(sleeps, 0);
  return ab_has_changed(word, seen) ? 0 : result;
}

// MARK: Messages

uint8_t *ab_mailbox_outgoing(ab_mailbox *mailbox) { return mailbox->out->bytes; }

void ab_mailbox_publish(ab_mailbox *mailbox, uint32_t byte_count, uint32_t flags) {
  struct ab_direction *out = mailbox->out;
  atomic_store_explicit(&out->byte_count, byte_count, memory_order_relaxed);
  atomic_store_explicit(&out->flags, flags, memory_order_relaxed);
  uint32_t cpu = ab_cpu();
  if (atomic_load_explicit(&out->cpu, memory_order_relaxed) != cpu) {
    atomic_store_explicit(&out->cpu, cpu, memory_order_relaxed);
  }
  mailbox->published += AB_STEP;
  ab_set_word(&out->word, mailbox->published, &mailbox->in->receiver_sleeps);
}

int ab_mailbox_wait(ab_mailbox *mailbox, int64_t nanoseconds) {
  return ab_wait_change(mailbox, &mailbox->in->word, mailbox->received,
                        &mailbox->out->receiver_sleeps, nanoseconds);
}

const uint8_t *ab_mailbox_incoming(const ab_mailbox *mailbox) { return mailbox->in->bytes; }

uint32_t ab_mailbox_incoming_byte_count(const ab_mailbox *mailbox) {
  return atomic_load_explicit(&mailbox->in->byte_count, memory_order_relaxed);
}

uint32_t ab_mailbox_incoming_flags(const ab_mailbox *mailbox) {
  return atomic_load_explicit(&mailbox->in->flags, memory_order_relaxed);
}

// In words that are no wider than those that were stored just now: a wider load would wait until
// they are in the cache.
typedef uintptr_t ab_part __attribute__((may_alias, aligned(1)));

static void ab_copy_short(void *target, const void *source) {
  volatile ab_part *out = target;
  const volatile ab_part *in = source;
  for (size_t i = 0; i < AB_SHORT_MESSAGE / sizeof(ab_part); i++) out[i] = in[i];
}

static void ab_send_short(ab_mailbox *mailbox, const void *bytes, uint32_t byte_count) {
  struct ab_direction *out = mailbox->out;
  const uint32_t cpu = ab_cpu();
  const uint32_t value = mailbox->published += AB_STEP;
  ab_copy_short(out->bytes, bytes);
  atomic_store_explicit(&out->cpu, cpu, memory_order_relaxed);
  atomic_store_explicit(&out->byte_count, byte_count, memory_order_relaxed);
  atomic_store_explicit(&out->flags, 0, memory_order_relaxed);
  ab_set_word(&out->word, value, &mailbox->in->receiver_sleeps);
}

void ab_mailbox_send(ab_mailbox *mailbox, const void *bytes, uint32_t byte_count) {
  if (byte_count <= AB_SHORT_MESSAGE) return ab_send_short(mailbox, bytes, byte_count);
  memcpy(mailbox->out->bytes, bytes, byte_count);
  ab_mailbox_publish(mailbox, byte_count, 0);
}

long ab_mailbox_copy(const ab_mailbox *mailbox, void *bytes, uint32_t capacity) {
  const uint32_t count = ab_mailbox_incoming_byte_count(mailbox);
  if (count > capacity || count > AB_MAILBOX_CAPACITY || ab_mailbox_incoming_flags(mailbox) != 0) {
    return -EMSGSIZE;
  }
  if (count <= AB_SHORT_MESSAGE) ab_copy_short(bytes, mailbox->in->bytes);
  else memcpy(bytes, mailbox->in->bytes, count);
  return (long)count;
}

long ab_mailbox_take_short(ab_mailbox *mailbox, void *bytes, uint32_t capacity) {
  const long count = ab_mailbox_copy(mailbox, bytes, capacity);
  if (count >= 0) ab_mailbox_take(mailbox, 0);
  return count;
}

long ab_mailbox_exchange(ab_mailbox *mailbox, const void *request, uint32_t request_byte_count,
                         void *reply, uint32_t capacity, int64_t nanoseconds) {
  ab_mailbox_send(mailbox, request, request_byte_count);
  const int result = ab_mailbox_wait(mailbox, nanoseconds);
  if (result != 0) return result;
  return ab_mailbox_take_short(mailbox, reply, capacity);
}

void ab_mailbox_take(ab_mailbox *mailbox, uint32_t flags) {
  mailbox->received += AB_STEP;
  if ((flags & AB_MESSAGE_CONTINUES) == 0) return;
  mailbox->given += AB_STEP;
  ab_set_word(&mailbox->out->taken, mailbox->given, &mailbox->in->sender_sleeps);
}

int ab_mailbox_wait_taken(ab_mailbox *mailbox, int64_t nanoseconds) {
  uint32_t seen = mailbox->waited;
  int result = ab_wait_change(mailbox, &mailbox->in->taken, seen, &mailbox->out->sender_sleeps,
                                    nanoseconds);
  if (result == 0) mailbox->waited = seen + AB_STEP;
  return result;
}

void ab_mailbox_interrupt(ab_mailbox *mailbox) {
  atomic_store(&mailbox->is_interrupted, 1);
  // A sleep may begin between a look and a wake; who is woken sees what was set above.
  for (;;) {
    ab_wake(&mailbox->in->word);
    ab_wake(&mailbox->in->taken);
    if (atomic_load(&mailbox->sleeping) == 0) return;
    const struct timespec pause = {0, 20000};
    (void)nanosleep(&pause, NULL);
  }
}
