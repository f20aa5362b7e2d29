#ifndef AB_WATCH_H
#define AB_WATCH_H

#include <stdint.h>

/// A descriptor that waits for others to be readable, or -errno.
int ab_watch_make(void);

/// Reports `descriptor` once, under this number, when it can be read. Returns 0, or -errno.
int ab_watch_add(int watch, int descriptor, uint64_t number);

/// Watches a descriptor once more that has been reported. Returns 0, or -errno.
int ab_watch_again(int watch, int descriptor, uint64_t number);

/// Forgets a descriptor.
void ab_watch_remove(int watch, int descriptor);

/// Waits until a descriptor can be read. Returns 0 and its number, or -errno.
int ab_watch_next(int watch, uint64_t *_Nonnull number);

#endif
