#ifndef AB_LOCK_H
#define AB_LOCK_H

#include <stdint.h>

/// A lock with one condition to wait for.
typedef struct ab_lock ab_lock;

/// Makes a lock that nobody holds; null where there is no memory.
ab_lock *_Nullable ab_lock_make(void);

/// Waits for the lock, and holds it.
void ab_lock_acquire(ab_lock *_Nonnull lock);

/// Lets others have the lock.
void ab_lock_release(ab_lock *_Nonnull lock);

/// Lets others have the lock until one of them notifies, then holds it again.
void ab_lock_wait(ab_lock *_Nonnull lock);

/// Wakes whoever waits.
void ab_lock_notify(ab_lock *_Nonnull lock);

/// Takes the lock back for its owner's end.
void ab_lock_free(ab_lock *_Nonnull lock);

/// A number for the calling thread that no other thread has had: 1, 2, …
uint32_t ab_thread_number(void);

#endif
