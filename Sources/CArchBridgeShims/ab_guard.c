#define _GNU_SOURCE
#include "ab_guarded.h"

#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
  AB_GUARD_ENTRIES = 2048,
  // What lies on both sides and cannot be used: more than a page, for what goes far beyond.
  AB_GUARD_GAP = 65536,
};

static struct ab_guard_entry ab_entries[AB_GUARD_ENTRIES];

static struct {
  pthread_mutex_t lock;
  /// How many entries have been used so far; behind them all are free.
  int32_t used;
  /// Entries that were used before.
  int32_t free;
  /// What has been returned, from the oldest on.
  int32_t oldest, newest;
  uint64_t kept_byte_count, kept_limit;
} ab_guards = {.lock = PTHREAD_MUTEX_INITIALIZER, .free = -1, .oldest = -1, .newest = -1};

// MARK: Places

static size_t ab_page_up(size_t byte_count) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  return (byte_count + page - 1) / page * page;
}

// Never 0, no ASCII, and another at each place: what is written by mistake is hardly the same.
static uint8_t ab_canary(const uint8_t *place) {
  return (uint8_t)(0x80 | ((uintptr_t)place * 37));
}

static void ab_fill(uint8_t *place, const uint8_t *end) {
  for (; place < end; place++) *place = ab_canary(place);
}

// The memory that can be used begins and ends a gap away from what is mapped.
static uint8_t *ab_start(const struct ab_guarded *guarded) { return guarded->start + AB_GUARD_GAP; }

static uint8_t *ab_end(const struct ab_guarded *guarded) {
  return guarded->start + guarded->mapped_byte_count - AB_GUARD_GAP;
}

// MARK: Entries, with the lock held

static void ab_forget(int32_t index) {
  atomic_store(&ab_entries[index].state, AB_GUARD_FREE);
  ab_entries[index].next = ab_guards.free;
  ab_guards.free = index;
}

// Gives up the oldest of what has been returned; 0 where there is none.
static int ab_give_up_oldest(void) {
  const int32_t index = ab_guards.oldest;
  if (index < 0) return 0;
  const struct ab_guard_entry *entry = &ab_entries[index];
  ab_guards.oldest = entry->next;
  if (ab_guards.oldest < 0) ab_guards.newest = -1;
  ab_guards.kept_byte_count -= entry->mapped_byte_count;
  (void)munmap((void *)entry->start, entry->mapped_byte_count);
  ab_forget(index);
  return 1;
}

static int32_t ab_take_entry(void) {
  if (ab_guards.free < 0 && ab_guards.used < AB_GUARD_ENTRIES) return ab_guards.used++;
  if (ab_guards.free < 0 && !ab_give_up_oldest()) return -1;
  const int32_t index = ab_guards.free;
  ab_guards.free = ab_entries[index].next;
  return index;
}

static void *ab_map(size_t byte_count) {
  for (;;) {
    void *start = mmap(NULL, byte_count, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                       -1, 0);
    if (start != MAP_FAILED) return start;
    if (!ab_give_up_oldest()) return NULL;
  }
}

// MARK: Use

static void ab_describe_entry(int32_t index, const struct ab_guarded *guarded,
                              const struct ab_guard_owner *owner) {
  struct ab_guard_entry *entry = &ab_entries[index];
  entry->start = (uintptr_t)guarded->start;
  entry->mapped_byte_count = guarded->mapped_byte_count;
  entry->memory = (uintptr_t)guarded->memory;
  entry->lent_byte_count = guarded->lent_byte_count;
  entry->argument = owner->argument;
  entry->text = owner->text;
  const uint32_t count = owner->function_byte_count;
  entry->function_byte_count = count < AB_GUARD_NAME_BYTES ? count : AB_GUARD_NAME_BYTES;
  if (count > 0) memcpy(entry->function, owner->function, entry->function_byte_count);
  atomic_store(&entry->state, AB_GUARD_LENT);
}

int ab_guard_place(struct ab_guarded *guarded, size_t byte_count, size_t lent_byte_count,
                   uint32_t alignment, const struct ab_guard_owner *owner) {
  *guarded = (struct ab_guarded){.byte_count = byte_count, .lent_byte_count = lent_byte_count,
                                 .entry = -1};
  if (byte_count > SIZE_MAX / 2) return -1;
  const size_t aligned = (byte_count + alignment - 1) / alignment * alignment;
  const size_t usable = ab_page_up(aligned > 0 ? aligned : 1);
  const size_t mapped = usable + 2 * AB_GUARD_GAP;
  pthread_mutex_lock(&ab_guards.lock);
  uint8_t *start = ab_map(mapped);
  if (start != NULL && mprotect(start + AB_GUARD_GAP, usable, PROT_READ | PROT_WRITE) != 0) {
    (void)munmap(start, mapped);
    start = NULL;
  }
  if (start != NULL) {
    guarded->start = start;
    guarded->mapped_byte_count = mapped;
    guarded->memory = ab_end(guarded) - aligned;
    ab_fill(ab_start(guarded), guarded->memory);
    ab_fill(guarded->memory + byte_count, ab_end(guarded));
    guarded->entry = ab_take_entry();
    if (guarded->entry >= 0) ab_describe_entry(guarded->entry, guarded, owner);
  }
  pthread_mutex_unlock(&ab_guards.lock);
  return start == NULL ? -1 : 0;
}

static int ab_find_damage(const uint8_t *place, const uint8_t *end, const uint8_t *memory,
                          struct ab_guard_damage *damage) {
  while (place < end && *place == ab_canary(place)) place++;
  if (place == end) return 0;
  const uint8_t *last = end - 1;
  while (*last == ab_canary(last)) last--;
  damage->first = place - memory;
  damage->last = last - memory;
  const size_t count = (size_t)(last - place) + 1;
  damage->shown_byte_count = count < AB_GUARD_SHOWN_BYTES ? (uint32_t)count : AB_GUARD_SHOWN_BYTES;
  memcpy(damage->shown, place, damage->shown_byte_count);
  return 1;
}

int ab_guard_is_damaged(const struct ab_guarded *guarded, struct ab_guard_damage *damage) {
  return ab_find_damage(ab_start(guarded), guarded->memory, guarded->memory, damage) ||
         ab_find_damage(guarded->memory + guarded->byte_count, ab_end(guarded), guarded->memory,
                        damage);
}

void ab_guard_return(struct ab_guarded *guarded) {
  if (guarded->memory == NULL) return;
  const size_t mapped = guarded->mapped_byte_count;
  pthread_mutex_lock(&ab_guards.lock);
  const int32_t index = guarded->entry;
  const int is_kept =
      index >= 0 && mapped <= ab_guards.kept_limit &&
      // Mapped anew, so that its pages are given back.
      mmap(guarded->start, mapped, PROT_NONE,
           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) != MAP_FAILED;
  if (is_kept) {
    atomic_store(&ab_entries[index].state, AB_GUARD_RETURNED);
    ab_entries[index].next = -1;
    if (ab_guards.newest >= 0) ab_entries[ab_guards.newest].next = index;
    else ab_guards.oldest = index;
    ab_guards.newest = index;
    ab_guards.kept_byte_count += mapped;
    while (ab_guards.kept_byte_count > ab_guards.kept_limit && ab_give_up_oldest()) {}
  } else {
    (void)munmap(guarded->start, mapped);
    if (index >= 0) ab_forget(index);
  }
  pthread_mutex_unlock(&ab_guards.lock);
  guarded->memory = NULL;
}

void ab_guard_keep(uint64_t byte_count) {
  pthread_mutex_lock(&ab_guards.lock);
  ab_guards.kept_limit = byte_count;
  while (ab_guards.kept_byte_count > byte_count && ab_give_up_oldest()) {}
  pthread_mutex_unlock(&ab_guards.lock);
}

int ab_guard_give_up(void) {
  pthread_mutex_lock(&ab_guards.lock);
  const int had = ab_give_up_oldest();
  while (ab_give_up_oldest()) {}
  pthread_mutex_unlock(&ab_guards.lock);
  return had;
}

const struct ab_guard_entry *ab_guard_find(uintptr_t address) {
  for (int32_t i = 0; i < AB_GUARD_ENTRIES; i++) {
    const struct ab_guard_entry *entry = &ab_entries[i];
    if (atomic_load(&entry->state) != AB_GUARD_FREE && address >= entry->start &&
        address - entry->start < entry->mapped_byte_count) {
      return entry;
    }
  }
  return NULL;
}
