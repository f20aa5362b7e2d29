#ifndef AB_THREAD_H
#define AB_THREAD_H

#include <stddef.h>

/// How many bytes of the calling thread's stack are left.
size_t ab_stack_left(void);

/// On how many processors this process may run; fewer than the machine has where it is confined.
int ab_processor_count(void);

/// The kernel's number of the calling thread.
int ab_thread_id(void);

/// What the calling thread was given with `ab_set_call_scope`; null at first.
void *ab_call_scope(void);

/// Keeps a pointer for the calling thread alone.
void ab_set_call_scope(void *scope);

#endif
