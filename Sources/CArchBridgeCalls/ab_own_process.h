#ifndef AB_OWN_PROCESS_H
#define AB_OWN_PROCESS_H

/// Whether this is the process that asked first, and no child of its own: a child shares the channel,
/// and must not use it.
int ab_is_own_process(void);

#endif
