#define _GNU_SOURCE
#include "CFloor.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "floor_channel.h"
#include "floor_request.h"

extern char **environ;

static int spawn(struct floor_peer *floor, const char *program, char **arguments, int shared) {
  int requests[2], replies[2];
  if (pipe2(requests, O_CLOEXEC) != 0 || pipe2(replies, O_CLOEXEC) != 0) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, requests[0], 0);
  posix_spawn_file_actions_adddup2(&actions, replies[1], 1);
  if (shared >= 0) posix_spawn_file_actions_adddup2(&actions, shared, 3);
  pid_t child;
  int error = posix_spawn(&child, program, &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  close(requests[0]);
  close(replies[1]);
  floor->process = child;
  floor->requests = requests[1];
  floor->replies = replies[0];
  return error == 0 ? 0 : -1;
}

int floor_start(struct floor_peer *floor, const char *program, const char *mode,
                const char *library, enum floor_strategy strategy, size_t array_byte_count) {
  *floor = (struct floor_peer){.strategy = strategy, .array_byte_count = array_byte_count};
  char strategy_text[12], bytes_text[24];
  snprintf(strategy_text, sizeof strategy_text, "%d", (int)strategy);
  snprintf(bytes_text, sizeof bytes_text, "%zu", array_byte_count);
  char *arguments[] = {(char *)(uintptr_t)program, (char *)(uintptr_t)mode,
                       (char *)(uintptr_t)library, strategy_text, bytes_text, NULL};
  if (mode[0] != 's') {
    arguments[3] = NULL;
    return spawn(floor, program, arguments, -1);
  }
  size_t byte_count = FLOOR_ARRAY_OFFSET + array_byte_count;
  // Above every descriptor that the child gets, so that none is overwritten before it is used.
  int made = memfd_create("floor", MFD_CLOEXEC);
  int shared = fcntl(made, F_DUPFD_CLOEXEC, 10);
  close(made);
  if (shared < 0 || ftruncate(shared, (off_t)byte_count) != 0) return -1;
  int flags = MAP_SHARED | MAP_POPULATE;
  void *mapping = mmap(NULL, byte_count, PROT_READ | PROT_WRITE, flags, shared, 0);
  int result = mapping == MAP_FAILED ? -1 : spawn(floor, program, arguments, shared);
  close(shared);
  floor->shared = mapping;
  return result;
}

void floor_end(struct floor_peer *floor) {
  if (floor->shared != NULL) {
    struct floor_shared *shared = floor->shared;
    shared->request.message.kind = FLOOR_END;
    floor_publish(&shared->request, ++floor->number);
  }
  close(floor->requests);
  close(floor->replies);
  int status;
  waitpid(floor->process, &status, 0);
  if (floor->shared != NULL) munmap(floor->shared, FLOOR_ARRAY_OFFSET + floor->array_byte_count);
}

double *floor_array(const struct floor_peer *floor) {
  return (double *)(void *)((char *)floor->shared + FLOOR_ARRAY_OFFSET);
}
