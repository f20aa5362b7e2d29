#define _GNU_SOURCE
#include "ab_process.h"

#include "ab_child.h"
#include "ab_keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

static int ab_keeper;

static void ab_thread_ends(void *value) {
  (void)value;
  ab_exit_now(AB_EXIT_THREAD_ENDED);
}

// Without the thread that its functions are called on, a process that has others would live on.
static void ab_watch_thread(void) {
  static pthread_key_t key;
  if (pthread_key_create(&key, ab_thread_ends) == 0) (void)pthread_setspecific(key, &key);
}

int ab_helper_prepare(const char *controller) {
  const int error = ab_keeper_split(controller, &ab_keeper);
  if (error == -ESRCH) return -1;
  if (error != 0) ab_exit_now(AB_EXIT_NO_PROCESS);
  (void)prctl(PR_SET_NAME, "archbridge");
  for (int descriptor = AB_REQUEST_DESCRIPTOR; descriptor <= AB_SHARED_DESCRIPTOR; descriptor++) {
    (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  }
  (void)close(AB_IMAGE_DESCRIPTOR);
  // The controller has the same pipe, and sees whom it belongs to. Nothing is ever sent for it.
  (void)fcntl(AB_REQUEST_DESCRIPTOR, F_SETOWN, getpid());
  (void)setvbuf(stdout, NULL, _IOLBF, 0);
  ab_child_watch();
  ab_watch_thread();
  return 0;
}

int ab_helper_keeper(void) { return ab_keeper; }

int ab_helper_of(int requests) {
  const int process = fcntl(requests, F_GETOWN);
  return process > 1 ? process : 0;
}

void ab_exit_now(int status) { _exit(status); }

uint16_t ab_elf_machine(void) {
  // The linker's name for where this program's header lies.
  extern const ElfW(Ehdr) __ehdr_start;
  return __ehdr_start.e_machine;
}
