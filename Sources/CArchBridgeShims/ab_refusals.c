#define _GNU_SOURCE
#include "ab_confinement.h"

#include <elf.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#if defined(__i386__)
enum { AB_RESULT_REGISTER = REG_EAX, AB_OWN_MACHINE = EM_386 };
#else
enum { AB_RESULT_REGISTER = REG_RAX, AB_OWN_MACHINE = EM_X86_64 };
#endif

enum { AB_CALL_SHIFT = 16, AB_COUNT_MASK = 0xffff };

static volatile uint32_t ab_own_refusals[AB_REFUSAL_COUNT];
static volatile uint32_t *volatile ab_refusals = ab_own_refusals;
// A child that the library forks may not have the memory.
static volatile pid_t ab_refusals_process;

static void ab_say(const char *text) { (void)!write(STDERR_FILENO, text, strlen(text)); }

// Whether there has been no such call before.
static int ab_remember(uint32_t number) {
  for (int i = 0; i < AB_REFUSAL_COUNT; i++) {
    uint32_t word = ab_refusals[i];
    if (word != 0 && word >> AB_CALL_SHIFT != number) continue;
    if ((word & AB_COUNT_MASK) < AB_COUNT_MASK) {
      ab_refusals[i] = (number << AB_CALL_SHIFT) | ((word & AB_COUNT_MASK) + 1);
    }
    return word == 0;
  }
  return 0;
}

static void ab_refused(int signal, siginfo_t *info, void *context) {
  (void)signal;
  int saved = errno;
  ucontext_t *state = context;
  uint32_t number = (uint32_t)info->si_syscall;
  if (getpid() == ab_refusals_process && ab_remember(number)) {
    const char *name = ab_refused_call_name(AB_OWN_MACHINE, number);
    ab_say("archbridge: refused: ");
    ab_say(name != NULL ? name : "a system call");
    ab_say("\n");
  }
  state->uc_mcontext.gregs[AB_RESULT_REGISTER] = -EPERM;
  errno = saved;
}

int ab_refusals_begin(void) {
  // Confining again may not set the handler, nor need it.
  if (ab_refusals_process != 0) {
    ab_refusals_process = getpid();
    return 0;
  }
  ab_refusals_process = getpid();
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = ab_refused;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGSYS);
  if (sigprocmask(SIG_UNBLOCK, &signals, NULL) != 0) return -1;
  return sigaction(SIGSYS, &action, NULL);
}

void ab_refusals_copy(uint32_t *refusals) {
  for (int i = 0; i < AB_REFUSAL_COUNT; i++) refusals[i] = ab_refusals[i];
}

void ab_refusals_keep_in(volatile uint32_t *words) {
  for (int i = 0; i < AB_REFUSAL_COUNT; i++) words[i] = ab_own_refusals[i];
  ab_refusals = words;
}
