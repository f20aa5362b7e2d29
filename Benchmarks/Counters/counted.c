// counted PROGRAM ARGUMENT…
//
// Runs a program, and counts every system call of it (x86-64) and of its helpers (i386) in memory
// that they can map: FLOOR_COUNTERS names the file. The count is exact: each process stands still at
// each of its system calls until it has been counted. What the program allocates is counted there
// too, if it has allocations.*.so preloaded.
#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include "include/floor_counters.h"

static struct floor_counters *counters;

static void map_counters(void) {
  int file = memfd_create("counters", 0);
  size_t byte_count = sizeof(struct floor_counters) * FLOOR_COUNTER_COUNT;
  if (file < 0 || ftruncate(file, (off_t)byte_count) != 0) exit(1);
  counters = mmap(NULL, byte_count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (counters == MAP_FAILED) exit(1);
  char path[48];
  snprintf(path, sizeof path, "/proc/%ld/fd/%d", (long)getpid(), file);
  setenv("FLOOR_COUNTERS", path, 1);
}

static void count(pid_t thread) {
  struct __ptrace_syscall_info info;
  if (ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info) <= 0) return;
  if (info.op != PTRACE_SYSCALL_INFO_ENTRY) return;
  int side = info.arch == AUDIT_ARCH_I386 ? FLOOR_HELPER : FLOOR_CONTROLLER;
  __atomic_fetch_add(&counters[side].system_calls, 1, __ATOMIC_RELAXED);
}

// The signal that a stopped thread is to go on with: none where the stop was of tracing itself.
static int signal_of(pid_t thread, int status) {
  int signal = WSTOPSIG(status);
  if (signal == (SIGTRAP | 0x80)) {
    count(thread);
    return 0;
  }
  int event = status >> 16;
  if (event == PTRACE_EVENT_STOP) {
    // A process that is stopped stays so; a new one goes on.
    if (signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU) {
      ptrace(PTRACE_LISTEN, thread, 0, 0);
      return -1;
    }
    return 0;
  }
  return event != 0 ? 0 : signal;
}

int main(int argument_count, char **arguments) {
  if (argument_count < 2) return 64;
  map_counters();
  pid_t program = fork();
  if (program == 0) {
    raise(SIGSTOP);
    execvp(arguments[1], arguments + 1);
    perror(arguments[1]);
    _exit(127);
  }
  int status;
  if (program < 0 || waitpid(program, &status, WUNTRACED) != program) return 1;
  long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK |
                 PTRACE_O_TRACEVFORK | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SEIZE, program, 0, options) != 0) {
    perror("counted: ptrace");
    kill(program, SIGKILL);
    return 1;
  }
  kill(program, SIGCONT);
  int result = 1;
  for (pid_t thread; (thread = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR;) {
    if (thread < 0) continue;
    if (WIFSTOPPED(status)) {
      int signal = signal_of(thread, status);
      if (signal >= 0) ptrace(PTRACE_SYSCALL, thread, 0, signal);
    } else if (thread == program) {
      result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
  }
  return result;
}
