#ifndef AB_GUARD_H
#define AB_GUARD_H

#include <stddef.h>
#include <stdint.h>

enum {
  AB_GUARD_NAME_BYTES = 96,
  AB_GUARD_SHOWN_BYTES = 32,
};

/// What guarded memory is for: an argument of a call, and a text among several of it, counted from
/// 0; -1 where the argument is not several texts.
struct ab_guard_owner {
  const uint8_t *_Nullable function;
  uint32_t function_byte_count;
  int32_t argument;
  int32_t text;
};

/// Memory that ends where memory ends that can be used, so that whatever goes beyond is a fault.
///
/// Before it, and behind it up to that end where it is aligned, there are bytes that tell whether
/// they were written.
struct ab_guarded {
  uint8_t *_Nullable memory;
  /// How many bytes can be used.
  size_t byte_count;
  /// How many of them are the caller's; what follows is zeros that a library may read.
  size_t lent_byte_count;
  /// What is mapped around it, and so long.
  uint8_t *_Nullable start;
  size_t mapped_byte_count;
  /// Where it is known to `ab_guard_find`, or -1.
  int32_t entry;
};

/// Bytes beside guarded memory that have been written.
struct ab_guard_damage {
  /// The first and the last of them on one side, counted from the memory's beginning.
  int64_t first;
  int64_t last;
  /// What is there now, from the first on.
  uint32_t shown_byte_count;
  uint8_t shown[AB_GUARD_SHOWN_BYTES];
};

/// Places so many zeros, aligned to a power of two that is no more than 64; 0, or -1 where there is
/// no memory.
int ab_guard_place(struct ab_guarded *_Nonnull guarded, size_t byte_count, size_t lent_byte_count,
                   uint32_t alignment, const struct ab_guard_owner *_Nonnull owner);

/// Whether bytes beside the memory have been written, which `damage` then tells.
int ab_guard_is_damaged(const struct ab_guarded *_Nonnull guarded,
                        struct ab_guard_damage *_Nonnull damage);

/// Ends the use of guarded memory: whatever touches it from now on is a fault, as long as it is kept.
void ab_guard_return(struct ab_guarded *_Nonnull guarded);

/// Sets how many bytes of addresses are kept of memory that has been returned; the latest is kept.
void ab_guard_keep(uint64_t byte_count);

/// Gives up all that is kept, for want of addresses; 0 where there was nothing.
int ab_guard_give_up(void);

#endif
