#define _GNU_SOURCE
#include "ab_aside.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

// Enough for a function that stops another.
#define AB_ASIDE_STACK_BYTES (1024 * 1024)

struct ab_aside {
  void (*run)(void *);
  void *context;
};

// Its number, which is another thread's where a library has ended it.
static _Atomic pid_t ab_aside_thread;

static void *ab_aside_run(void *argument) {
  struct ab_aside aside = *(struct ab_aside *)argument;
  free(argument);
  ab_aside_thread = gettid();
  aside.run(aside.context);
  ab_aside_thread = 0;
  return NULL;
}

int ab_start_aside(void (*_Nonnull run)(void *_Nonnull), void *_Nonnull context) {
  struct ab_aside *aside = malloc(sizeof *aside);
  if (aside == NULL) return -1;
  *aside = (struct ab_aside){run, context};
  // Signals for the process are the library's, on the thread that it runs on; what a thread does to
  // itself stays its own.
  static const int own[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};
  sigset_t all, before;
  sigfillset(&all);
  for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) sigdelset(&all, own[i]);
  pthread_attr_t attributes;
  pthread_t thread;
  int result = -1;
  pthread_sigmask(SIG_BLOCK, &all, &before);
  if (pthread_attr_init(&attributes) == 0) {
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, AB_ASIDE_STACK_BYTES);
    result = pthread_create(&thread, &attributes, ab_aside_run, aside);
    pthread_attr_destroy(&attributes);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (result != 0) free(aside);
  return result == 0 ? 0 : -1;
}

void ab_aside_gather(void) {
  const pid_t thread = ab_aside_thread;
  const int processor = sched_getcpu();
  if (thread == 0 || processor < 0 || processor >= CPU_SETSIZE) return;
  if (tgkill(getpid(), thread, 0) != 0) return;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET((size_t)processor, &set);
  (void)sched_setaffinity(thread, sizeof set, &set);
}
