#ifndef AB_SHARED_H
#define AB_SHARED_H

#include <stdint.h>

/// A file of which two processes map the same pieces; it keeps its length.
struct ab_shared_file {
  int descriptor;
  uint64_t device;
  uint64_t inode;
  /// How long the file is.
  uint64_t byte_count;
};

/// Looks at the file behind a descriptor. Returns 0, or -errno where it is no file that has a
/// length.
int ab_shared_look(int descriptor, struct ab_shared_file *_Nonnull file);

/// How long a file may be that this process makes: longer ones would end it with a signal.
uint64_t ab_shared_byte_limit(void);

/// Whether the descriptor still stands for the file: a library may have closed descriptors that are
/// not its own, and opened others.
int ab_shared_is_there(const struct ab_shared_file *_Nonnull file);

/// Maps a piece of a file, whole pages, wherever there is room; nothing that is mapped already is
/// touched. A child that the process forks does not have it. Returns null where there is no room.
void *_Nullable ab_shared_map(const struct ab_shared_file *_Nonnull file, uint64_t offset,
                              uint64_t byte_count);

/// Memory of no file, mapped as a piece of one would be; none of it is taken before it is touched.
void *_Nullable ab_shared_map_anonymous(uint64_t byte_count);

/// Ends a mapping, or a part of one. Returns 0, or -errno.
int ab_shared_unmap(uint64_t address, uint64_t byte_count);

/// How many bytes can be mapped in one piece now, at most `limit`; whole pages.
uint64_t ab_shared_room(uint64_t limit);

/// Takes memory for pages that have none yet, so that touching them cannot fail. Returns 0, or
/// -errno where there is none left.
int ab_shared_populate(void *_Nonnull memory, uint64_t byte_count);

/// Gives the memory of pages back to the system, for every process that has them: they are zero
/// from then on. Returns 0, or -errno.
int ab_shared_discard(void *_Nonnull memory, uint64_t byte_count);

#endif
