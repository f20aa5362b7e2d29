#ifndef CFLOOR_H
#define CFLOOR_H

#include <stddef.h>
#include <stdint.h>

#include "floor_counters.h"
#include "floor_strategy.h"

/// Seconds of a clock that never goes back.
double floor_seconds(void);

/// Keeps every thread of a process on one processor; on all of them for -1. Returns 0, or -1 where
/// it is not to be had.
int floor_pin(int process, int processor);

/// Begins a process that does nothing but keep a processor busy; returns its id.
int floor_busy_start(int processor);
/// Ends it.
void floor_busy_end(int process);

/// A floor program that runs, and what is shared with it.
struct floor_peer {
  int process;
  int requests, replies;
  enum floor_strategy strategy;
  size_t array_byte_count;
  void *_Nullable shared;
  /// How many requests there were.
  uint32_t number;
  /// How many entries went through the ring.
  uint32_t entry_count;
};

/// Starts `floor MODE LIBRARY …`. Returns 0, or -1.
///
/// Mode "serve" answers over shared memory, which is mapped with an array of that many bytes;
/// "pipe" and "forks" answer over the two pipes.
int floor_start(struct floor_peer *_Nonnull floor, const char *_Nonnull program,
                const char *_Nonnull mode, const char *_Nonnull library,
                enum floor_strategy strategy, size_t array_byte_count);
/// Tells the program to end, and waits until it has.
void floor_end(struct floor_peer *_Nonnull floor);
/// The shared array.
double *_Nonnull floor_array(const struct floor_peer *_Nonnull floor);

/// Each makes that many calls, one after another, and checks what they answer.
void floor_adds(struct floor_peer *_Nonnull floor, int count);
void floor_lengths(struct floor_peer *_Nonnull floor, const char *_Nonnull text, int count);
void floor_pipe_adds(const struct floor_peer *_Nonnull floor, int count);
/// One call in which the library calls back that often.
void floor_callbacks(struct floor_peer *_Nonnull floor, int count);
/// So many calls through the shared ring, no more than it has entries.
void floor_batch(struct floor_peer *_Nonnull floor, int count);
/// The sum of that many elements of the shared array.
double floor_sum(struct floor_peer *_Nonnull floor, int count);
/// How many seconds the program takes for the sum of an array that is its own alone.
double floor_sum_alone(struct floor_peer *_Nonnull floor, int count);
/// That many steps of work in each of the programs at once.
void floor_work(struct floor_peer *_Nonnull floors, int floor_count, int step_count);
/// A byte sent and one received: a fork where the mode is "forks".
void floor_byte(const struct floor_peer *_Nonnull floor);

/// Sleeps for that many seconds.
void floor_pause(double seconds);
/// How long each of so many calls takes, in seconds, with a pause before each; stops early after
/// that many seconds in all. Returns how many there were.
int floor_latencies(struct floor_peer *_Nonnull floor, double *_Nonnull seconds, int count,
                    double pause, double limit);

/// Where `counted` counts; null where nothing does.
const struct floor_counters *_Nullable floor_map_counters(void);
/// What has been counted so far of FLOOR_CONTROLLER or FLOOR_HELPER; reading it costs nothing that
/// is counted.
struct floor_counters floor_count(const struct floor_counters *_Nonnull counters, int side);
/// What the counters must see: that many system calls, and that many allocations.
void floor_ask_kernel(int count);
void floor_allocate(int count);

#endif
