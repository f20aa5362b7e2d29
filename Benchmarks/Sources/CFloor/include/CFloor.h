#ifndef CFLOOR_H
#define CFLOOR_H

/// A floor program that runs, and the two pipes to it.
struct floor_process {
  int process;
  int requests;
  int replies;
};

/// Starts `program LIBRARY SYMBOL`. Returns 0, or -1.
int floor_start(struct floor_process *floor, const char *program, const char *library,
                const char *symbol);

/// One request and its reply. Returns 0, or -1.
int floor_call(const struct floor_process *floor, double *result);

/// Ends the program and waits for its end.
void floor_end(const struct floor_process *floor);

/// Keeps this process, and what it starts, on one processor; on all of them for -1. Returns 0, or
/// -1 where it is not to be had.
int floor_pin(int processor);

/// Seconds of a clock that never goes back.
double floor_seconds(void);

#endif
