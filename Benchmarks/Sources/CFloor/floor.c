#define _GNU_SOURCE
#include "CFloor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

int floor_start(struct floor_process *floor, const char *program, const char *library,
                const char *symbol) {
  int requests[2], replies[2];
  if (pipe2(requests, O_CLOEXEC) != 0 || pipe2(replies, O_CLOEXEC) != 0) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, requests[0], 0);
  posix_spawn_file_actions_adddup2(&actions, replies[1], 1);
  char *arguments[] = {(char *)program, (char *)library, (char *)symbol, NULL};
  pid_t child;
  int error = posix_spawn(&child, program, &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  close(requests[0]);
  close(replies[1]);
  *floor = (struct floor_process){child, requests[1], replies[0]};
  return error == 0 ? 0 : -1;
}

int floor_call(const struct floor_process *floor, double *result) {
  char request = 1;
  if (write(floor->requests, &request, 1) != 1) return -1;
  return read(floor->replies, result, sizeof *result) == sizeof *result ? 0 : -1;
}

void floor_end(const struct floor_process *floor) {
  close(floor->requests);
  close(floor->replies);
  int status;
  waitpid(floor->process, &status, 0);
}

int floor_pin(int processor) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (int i = 0; i < CPU_SETSIZE; i++) {
    if (processor < 0 || processor == i) CPU_SET(i, &set);
  }
  // Every thread, since helpers are started by one of their own.
  DIR *threads = opendir("/proc/self/task");
  if (threads == NULL) return -1;
  int result = 0;
  for (struct dirent *entry; (entry = readdir(threads)) != NULL;) {
    pid_t thread = (pid_t)atoi(entry->d_name);
    if (thread > 0 && sched_setaffinity(thread, sizeof set, &set) != 0) result = -1;
  }
  closedir(threads);
  return result;
}

double floor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}
