#ifndef AB_PROCESS_MARK_H
#define AB_PROCESS_MARK_H

#include <stdint.h>

/// What tells a process from its children without asking the system. A child of the library's own
/// has another mark, until it serves a session itself and claims one.
uint32_t ab_process_mark(void);

/// Claims a mark for the process unless it has one, and returns it.
uint32_t ab_process_claim(void);

#endif
