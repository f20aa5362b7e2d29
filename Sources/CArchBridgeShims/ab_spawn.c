#define _GNU_SOURCE
#include "ab_spawn.h"

#include "ab_process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef P_PIDFD
#define P_PIDFD 3
#endif

enum { AB_DESCRIPTOR_COUNT = 9, AB_BUSY_TRIES = 40, AB_BUSY_MICROSECONDS = 5000 };

static int ab_add_actions(posix_spawn_file_actions_t *actions, const struct ab_spawn *spawn) {
  int error = 0;
  int first_free = AB_DESCRIPTOR_COUNT + 1;
  for (int i = 0; i < AB_DESCRIPTOR_COUNT; i++) {
    if (spawn->descriptors[i] >= first_free) first_free = spawn->descriptors[i] + 1;
  }
  if (spawn->directory != NULL) {
    error = posix_spawn_file_actions_addchdir_np(actions, spawn->directory);
  }
  // Two steps, so that no target is overwritten while it is still a source.
  for (int i = 0; i < AB_DESCRIPTOR_COUNT && error == 0; i++) {
    if (spawn->descriptors[i] < 0) continue;
    error = posix_spawn_file_actions_adddup2(actions, spawn->descriptors[i], first_free + i);
  }
  for (int i = 0; i < AB_DESCRIPTOR_COUNT && error == 0; i++) {
    if (spawn->descriptors[i] < 0) continue;
    error = posix_spawn_file_actions_adddup2(actions, first_free + i, i + 1);
  }
  if (error == 0) {
    error = posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);
  }
  if (error == 0 && spawn->descriptors[AB_SHARED_DESCRIPTOR - 1] < 0) {
    error = posix_spawn_file_actions_addopen(actions, AB_SHARED_DESCRIPTOR, "/dev/null", O_RDONLY, 0);
  }
  return error;
}

static int ab_set_attributes(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  int error = posix_spawnattr_setsigmask(attributes, &none);
  if (error == 0) error = posix_spawnattr_setsigdefault(attributes, &all);
  if (error == 0) {
    // A session of its own: what is typed at the controller's terminal does not reach it, and no
    // reading or writing there stops it.
    const short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID;
    error = posix_spawnattr_setflags(attributes, flags);
  }
  return error;
}

// Pointers to the entries of a block, ended by null; to be freed.
static char **ab_entries(const char *block, size_t byte_count) {
  size_t count = 0;
  for (size_t i = 0; i < byte_count; i++) count += block[i] == 0;
  char **entries = calloc(count + 1, sizeof *entries);
  if (entries == NULL) return NULL;
  const char *next = block;
  for (size_t i = 0; i < count; i++) {
    entries[i] = (char *)(uintptr_t)next;
    next += strlen(next) + 1;
  }
  return entries;
}

static int ab_spawn_with(const struct ab_spawn *spawn, posix_spawn_file_actions_t *actions,
                         posix_spawnattr_t *attributes, pid_t *child) {
  char controller[24];
  char *arguments[] = {(char *)(uintptr_t) "archbridge-helper", controller, NULL};
  snprintf(controller, sizeof controller, "%ld", (long)getpid());
  int error = ab_add_actions(actions, spawn);
  if (error == 0) error = ab_set_attributes(attributes);
  // The last of the descriptors is the image, which not every helper has.
  int first_closed = AB_DESCRIPTOR_COUNT + (spawn->descriptors[AB_DESCRIPTOR_COUNT - 1] >= 0);
  if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(actions, first_closed);
  if (error != 0) return error;
  char **environment = ab_entries(spawn->environment, spawn->environment_byte_count);
  if (environment == NULL) return ENOMEM;
  error = posix_spawn(child, spawn->path, actions, attributes, arguments, environment);
  // Another thread's child may have a file open for writing for a moment, until it begins a program.
  for (int i = 0; i < AB_BUSY_TRIES && error == ETXTBSY; i++) {
    (void)usleep(AB_BUSY_MICROSECONDS);
    error = posix_spawn(child, spawn->path, actions, attributes, arguments, environment);
  }
  free(environment);
  return error;
}

int ab_spawn_helper(const struct ab_spawn *spawn, int *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  pid_t child = -1;
  int error = posix_spawn_file_actions_init(&actions);
  if (error != 0) return -error;
  error = posix_spawnattr_init(&attributes);
  if (error == 0) {
    error = ab_spawn_with(spawn, &actions, &attributes, &child);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  *process = child;
  return -error;
}

int ab_process_descriptor(int process) {
  long descriptor = syscall(SYS_pidfd_open, process, 0);
  return descriptor < 0 ? -errno : (int)descriptor;
}

void ab_process_discard(int process) {
  int result;
  (void)kill(process, SIGKILL);
  do result = waitpid(process, NULL, 0);
  while (result < 0 && errno == EINTR);
}

int ab_process_signal(int descriptor, int signal) {
  return syscall(SYS_pidfd_send_signal, descriptor, signal, 0, 0) != 0 ? -errno : 0;
}

int ab_process_reap(int descriptor, int *value) {
  siginfo_t info = {0};
  int result;
  do result = waitid((idtype_t)P_PIDFD, (id_t)descriptor, &info, WEXITED);
  while (result != 0 && errno == EINTR);
  *value = 0;
  if (result != 0) return AB_ENDED_UNKNOWN;
  *value = info.si_status;
  return info.si_code == CLD_EXITED ? AB_ENDED_EXIT : AB_ENDED_SIGNAL;
}
