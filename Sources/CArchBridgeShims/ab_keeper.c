#define _GNU_SOURCE
#include "ab_keeper.h"

#include "ab_process.h"
#include "ab_spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { AB_END_SIGNAL = SIGTERM, AB_SWEEP_SIGNAL = SIGUSR1, AB_LOCATE_SIGNAL = SIGUSR2 };

// How long what is left is hunted for, and how long one look waits for an end.
enum { AB_SWEEP_MILLISECONDS = 2000, AB_LOOK_MILLISECONDS = 10 };

// What is said of an end, with the exit status or the signal added to it.
enum { AB_SAYS_EXIT = 0x100, AB_SAYS_SIGNAL = 0x200 };

static int64_t ab_keeper_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int ab_open_children(void) {
  char path[48];
  // The single thread of a process has the process's number.
  snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
  return open(path, O_RDONLY | O_CLOEXEC);
}

// Kills every child but one. Returns how many could be.
static int ab_kill_children(pid_t spared) {
  char bytes[4096];
  int count = 0;
  pid_t child = 0;
  int list = ab_open_children();
  if (list < 0) return 0;
  for (ssize_t length; (length = read(list, bytes, sizeof bytes)) > 0;) {
    for (ssize_t i = 0; i < length; i++) {
      if (bytes[i] >= '0' && bytes[i] <= '9') {
        child = child * 10 + (bytes[i] - '0');
        continue;
      }
      // A child's number stays its own until it is waited for, which only this thread does.
      if (child > 1 && child != spared && kill(child, SIGKILL) == 0) count++;
      child = 0;
    }
  }
  (void)close(list);
  return count;
}

// Removes children that have ended. Returns whether the helper is among them, with how it ended.
static int ab_remove_ended(pid_t helper, siginfo_t *end) {
  int has_ended = 0;
  siginfo_t info;
  for (;;) {
    memset(&info, 0, sizeof info);
    if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG) != 0 || info.si_pid == 0) return has_ended;
    if (info.si_pid != helper) continue;
    has_ended = 1;
    *end = info;
  }
}

static int ab_has_children(void) {
  siginfo_t info;
  return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

// Ends all that is left. As parents end, their children become this process's own.
static void ab_end_all(void) {
  siginfo_t info;
  sigset_t ended;
  sigemptyset(&ended);
  sigaddset(&ended, SIGCHLD);
  const struct timespec limit = {0, AB_LOOK_MILLISECONDS * 1000000};
  const int64_t deadline = ab_keeper_now() + AB_SWEEP_MILLISECONDS;
  while (ab_has_children()) {
    // What may not be killed runs with the rights of somebody else.
    if (ab_kill_children(0) == 0 && ab_keeper_now() >= deadline - AB_SWEEP_MILLISECONDS / 2) return;
    (void)sigtimedwait(&ended, &info, &limit);
    (void)ab_remove_ended(0, &info);
    if (ab_keeper_now() >= deadline) return;
  }
}

// Says that all has ended: to end itself takes this process longer.
static void ab_say(int code, int status) {
  const uint64_t word = (code == CLD_EXITED ? AB_SAYS_EXIT : AB_SAYS_SIGNAL) + (uint64_t)(status & 0xff);
  (void)!write(AB_KEEPER_DESCRIPTOR, &word, sizeof word);
}

// Ends as the helper did: without a second core, and without a clean-up.
_Noreturn static void ab_end_like(const siginfo_t *end) {
  if (end->si_code == CLD_EXITED) _exit(end->si_status);
  const struct rlimit none = {0, 0};
  sigset_t set;
  (void)prctl(PR_SET_DUMPABLE, 0);
  (void)setrlimit(RLIMIT_CORE, &none);
  (void)signal(end->si_status, SIG_DFL);
  (void)kill(getpid(), end->si_status);
  sigemptyset(&set);
  sigaddset(&set, end->si_status);
  (void)sigprocmask(SIG_UNBLOCK, &set, NULL);
  _exit(128 + end->si_status);
}

static void ab_close_all(unsigned first, unsigned last) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, last, 0u) == 0) return;
#endif
  for (unsigned descriptor = first; descriptor <= last && descriptor <= AB_IMAGE_DESCRIPTOR; descriptor++) {
    (void)close((int)descriptor);
  }
}

// It holds one descriptor alone, or no end of a pipe would be seen, and no folder.
static void ab_let_go(void) {
  ab_close_all(0, AB_KEEPER_DESCRIPTOR - 1);
  ab_close_all(AB_KEEPER_DESCRIPTOR + 1, ~0u);
  (void)!chdir("/");
}

_Noreturn static void ab_keep(pid_t helper, const sigset_t *heard) {
  int is_sweeping = 0;
  siginfo_t info, end;
  (void)prctl(PR_SET_NAME, "archbridge-keep");
  ab_let_go();
  for (;;) {
    if (ab_remove_ended(helper, &end)) {
      ab_end_all();
      ab_say(end.si_code, end.si_status);
      ab_end_like(&end);
    }
    if (is_sweeping) (void)ab_kill_children(helper);
    switch (sigwaitinfo(heard, &info)) {
      case AB_SWEEP_SIGNAL: is_sweeping = 1; break;
      case AB_LOCATE_SIGNAL: (void)kill(helper, AB_KEEPER_ASKS); break;
      case AB_END_SIGNAL:
        (void)kill(helper, SIGKILL);
        ab_end_all();
        ab_say(CLD_KILLED, SIGKILL);
        (void)kill(getpid(), SIGKILL);
        break;
      default: break;
    }
  }
}

int ab_keeper_split(const char *controller, int *keeper) {
  sigset_t heard, none, every;
  sigfillset(&every);
  (void)sigprocmask(SIG_SETMASK, &every, NULL);
  if (prctl(PR_SET_PDEATHSIG, AB_END_SIGNAL) != 0) return -errno;
  // The controller may have ended before the line above.
  if (controller == NULL || getppid() != (pid_t)strtol(controller, NULL, 10)) return -ESRCH;
  sigemptyset(&heard);
  sigaddset(&heard, SIGCHLD);
  sigaddset(&heard, AB_END_SIGNAL);
  sigaddset(&heard, AB_SWEEP_SIGNAL);
  sigaddset(&heard, AB_LOCATE_SIGNAL);
  *keeper = getpid();
  (void)prctl(PR_SET_CHILD_SUBREAPER, 1);
  const pid_t helper = fork();
  if (helper < 0) return -errno;
  if (helper > 0) ab_keep(helper, &heard);
  (void)close(AB_KEEPER_DESCRIPTOR);
  // The keeper may have ended before the line that follows.
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != *keeper) ab_exit_now(AB_EXIT_ORPHANED);
  // What the library sends to its own group does not reach the keeper.
  (void)setpgid(0, 0);
  sigemptyset(&none);
  (void)sigprocmask(SIG_SETMASK, &none, NULL);
  return 0;
}

void ab_keeper_sweep(int keeper) {
  if (getppid() == keeper) (void)kill(keeper, AB_SWEEP_SIGNAL);
}

int ab_keeper_end(int descriptor) {
  const int result = ab_process_signal(descriptor, AB_END_SIGNAL);
  // The library may have stopped it.
  (void)ab_process_signal(descriptor, SIGCONT);
  return result;
}

int ab_keeper_locate(int descriptor) { return ab_process_signal(descriptor, AB_LOCATE_SIGNAL); }

int ab_keeper_line(void) {
  const int line = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return line < 0 ? -errno : line;
}

int ab_keeper_said(int line, int *value) {
  uint64_t word = 0;
  *value = 0;
  if (read(line, &word, sizeof word) != (ssize_t)sizeof word) return AB_ENDED_UNKNOWN;
  *value = (int)(word & 0xff);
  switch (word & ~UINT64_C(0xff)) {
    case AB_SAYS_EXIT: return AB_ENDED_EXIT;
    case AB_SAYS_SIGNAL: return AB_ENDED_SIGNAL;
    default: return AB_ENDED_UNKNOWN;
  }
}

int ab_keeper_support(void) {
  int result = 0;
  int value = 0;
  if (prctl(PR_GET_CHILD_SUBREAPER, &value) == 0) result |= AB_KEEPS_ORPHANS;
  const int list = ab_open_children();
  if (list >= 0) {
    (void)close(list);
    result |= AB_LISTS_CHILDREN;
  }
  const long process = syscall(SYS_pidfd_open, getpid(), 0);
  if (process >= 0) {
    (void)close((int)process);
    result |= AB_HAS_PROCESS_DESCRIPTORS;
  }
  return result;
}
