#ifndef AB_WAY_H
#define AB_WAY_H

#include <stdint.h>

struct ab_mailbox;

/// From now on the closures that have this context and are called on this thread ask the controller
/// themselves, in this version, through a mailbox that this thread alone uses.
void ab_way_open(const void *_Nonnull context, struct ab_mailbox *_Nonnull mailbox,
                 uint16_t version);

/// The thread's closures ask nobody themselves any more.
void ab_way_close(void);

#endif
