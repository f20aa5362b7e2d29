#define _GNU_SOURCE
#include "include/ab_crash.h"

#include "ab_keeper.h"
#include "ab_process.h"
#include "ab_report.h"
#include "ab_shared.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

// The signals that say what is wrong with a program, and end it.
static const int ab_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS};

static struct {
  struct ab_report_pages *pages;
  pid_t process;
  _Atomic int is_written;
  _Atomic int is_at_own_end;
  _Atomic pid_t aside;
  int is_registered;
} ab_crash;

// A stack that has overflowed has no room for a handler.
static _Alignas(64) uint8_t ab_crash_stack[65536];

static int ab_begins_report(void) {
  if (ab_crash.pages == NULL || (pid_t)syscall(SYS_getpid) != ab_crash.process ||
      atomic_exchange(&ab_crash.is_written, 1) != 0) {
    return 0;
  }
  ab_crash.pages->head.is_aside = (pid_t)syscall(SYS_gettid) == atomic_load(&ab_crash.aside);
  return 1;
}

static void ab_crashed(int signal, siginfo_t *info, void *context) {
  if (ab_begins_report()) {
    ab_report_write(ab_crash.pages, signal, info, context);
    if (signal == AB_KEEPER_ASKS && info->si_code == SI_USER && info->si_pid == ab_helper_keeper()) {
      (void)syscall(SYS_kill, ab_crash.process, SIGKILL);
    }
  } else if (ab_crash.pages != NULL && (pid_t)syscall(SYS_getpid) == ab_crash.process) {
    // Another thread is at it, and ends the process when it has done. It has that long.
    struct timespec limit = {0, 50000000};
    (void)syscall(SYS_nanosleep, &limit, NULL);
  }
  // The process ends by the signal itself, as without a handler, on the way back from here.
  struct sigaction action = {.sa_handler = SIG_DFL};
  (void)sigaction(signal, &action, NULL);
  (void)syscall(SYS_tgkill, syscall(SYS_getpid), syscall(SYS_gettid), signal);
}

static void ab_at_exit(void) {
  if (atomic_load(&ab_crash.is_at_own_end)) return;
  static ucontext_t context;
  if (getcontext(&context) != 0 || !ab_begins_report()) return;
  ab_report_write(ab_crash.pages, 0, NULL, &context);
}

static struct ab_report_pages *ab_map_report(int descriptor) {
  struct ab_shared_file file;
  if (ab_shared_look(descriptor, &file) != 0 || file.byte_count < AB_REPORT_BYTES) return NULL;
  return ab_shared_map(&file, file.byte_count - AB_REPORT_BYTES, AB_REPORT_BYTES);
}

int ab_report_file_is_shared(int descriptor) {
  struct ab_shared_file file;
  return ab_shared_look(descriptor, &file) == 0 && file.byte_count > AB_REPORT_BYTES;
}

void ab_report_at_end(int descriptor) {
  ab_crash.pages = ab_map_report(descriptor);
  ab_crash.process = (pid_t)syscall(SYS_getpid);
  if (ab_crash.pages == NULL || ab_crash.is_registered) return;
  stack_t stack = {.ss_sp = ab_crash_stack, .ss_size = sizeof ab_crash_stack};
  (void)sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_sigaction = ab_crashed, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  // A second fault in the handler ends the process at once.
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < sizeof ab_signals / sizeof *ab_signals; i++) {
    (void)sigaction(ab_signals[i], &action, NULL);
  }
  ab_crash.is_registered = atexit(ab_at_exit) == 0;
}

void ab_report_aside(void) { atomic_store(&ab_crash.aside, (pid_t)syscall(SYS_gettid)); }

void ab_report_nothing(void) { atomic_store(&ab_crash.is_at_own_end, 1); }
