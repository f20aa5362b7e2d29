#ifndef AB_THREAD_H
#define AB_THREAD_H

#include <stddef.h>

/// How many bytes of the calling thread's stack are left.
size_t ab_stack_left(void);

#endif
