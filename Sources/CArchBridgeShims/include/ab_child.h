#ifndef AB_CHILD_H
#define AB_CHILD_H

/// A library can fork, and its child can return from the function that the helper has called. The
/// child is no helper: it ends where it would answer, without the clean-up of the library.

/// Has children of this process know that they are some.
void ab_child_watch(void);

/// Ends the process if it is such a child.
void ab_child_leave(void);

/// Makes a child the helper that it is meant to be.
void ab_child_serves(void);

#endif
