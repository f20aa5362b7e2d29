#define _GNU_SOURCE
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "floor_request.h"

void floor_pause(double seconds) {
  struct timespec time = {(time_t)seconds, (long)(seconds * 1e9) % 1000000000};
  nanosleep(&time, NULL);
}

int floor_latencies(struct floor_peer *floor, double *seconds, int count, double pause,
                    double limit) {
  double end = floor_seconds() + limit;
  int done = 0;
  while (done < count && floor_seconds() < end) {
    if (pause > 0) floor_pause(pause);
    double start = floor_seconds();
    floor_add(floor, done);
    seconds[done++] = floor_seconds() - start;
  }
  return done;
}

int floor_busy_start(int processor) {
  pid_t child = fork();
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    floor_pin(getpid(), processor);
    for (;;) __asm__ volatile("" ::: "memory");
  }
  return child;
}

void floor_busy_end(int process) {
  kill(process, SIGKILL);
  waitpid(process, NULL, 0);
}
