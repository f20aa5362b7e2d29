#ifndef AB_ASIDE_H
#define AB_ASIDE_H

/// Runs `run` with `context` on a thread of its own, which takes no signals that are sent to the
/// process. Returns -1 where the process can have no other thread; `run` is not called then.
int ab_start_aside(void (*_Nonnull run)(void *_Nonnull context), void *_Nonnull context);

#endif
