#ifndef FLOOR_COUNTERS_H
#define FLOOR_COUNTERS_H

#include <stdint.h>

/// What `counted` counts of a process while it runs the benchmark.
struct floor_counters {
  uint64_t system_calls, allocations, frees;
};

/// Whose counters are whose, in the file that FLOOR_COUNTERS names.
enum { FLOOR_CONTROLLER, FLOOR_HELPER, FLOOR_COUNTER_COUNT };

#endif
