#ifndef AB_ASIDE_H
#define AB_ASIDE_H

/// Runs `run` with `context` on a thread of its own, which takes no signals that are sent to the
/// process. Returns -1 where the process can have no other thread; `run` is not called then.
int ab_start_aside(void (*_Nonnull run)(void *_Nonnull context), void *_Nonnull context);


/// Moves that thread to this one's processor, before the process ends: what a process has touched on
/// two processors takes a sixth longer to take apart. Not for a process that may not do that.
void ab_aside_gather(void);
#endif
