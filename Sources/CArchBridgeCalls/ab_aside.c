#define _GNU_SOURCE
#include "ab_aside.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

// Enough for a function that stops another.
#define AB_ASIDE_STACK_BYTES (1024 * 1024)

struct ab_aside {
  void (*run)(void *);
  void *context;
};

static void *ab_aside_run(void *argument) {
  struct ab_aside aside = *(struct ab_aside *)argument;
  free(argument);
  aside.run(aside.context);
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
