#define _GNU_SOURCE
#include "ab_confinement.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

// Numbers differ from machine to machine; a process can make the calls of both.
#if defined(__i386__)
static const uint32_t ab_this_machine = AUDIT_ARCH_I386, ab_other_machine = AUDIT_ARCH_X86_64;
#else
static const uint32_t ab_this_machine = AUDIT_ARCH_X86_64, ab_other_machine = AUDIT_ARCH_I386;
#endif

enum { AB_FILTER_CAPACITY = 2048, AB_ROW_LENGTH = 6 };

// What a filter is made for.
struct ab_rules {
  uint32_t machine;
  uint32_t restrictions;
  uint32_t landlock;
  int has_limits;
};

struct ab_filter {
  struct sock_filter code[AB_FILTER_CAPACITY];
  unsigned short count;
};

static void ab_add(struct ab_filter *filter, uint16_t code, uint32_t value, uint8_t on_true,
                   uint8_t on_false) {
  filter->code[filter->count++] = (struct sock_filter){code, on_true, on_false, value};
}

static void ab_load(struct ab_filter *filter, size_t offset) {
  ab_add(filter, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void ab_return(struct ab_filter *filter, uint32_t action) {
  ab_add(filter, BPF_RET | BPF_K, action, 0, 0);
}

static uint32_t ab_result(enum ab_action action, uint32_t machine) {
  switch (action) {
    case AB_REFUSE:
      // The report of a refusal is this machine's code.
      if (machine == ab_this_machine) return SECCOMP_RET_TRAP;
      return SECCOMP_RET_ERRNO | EPERM;
    case AB_DENY: return SECCOMP_RET_ERRNO | EPERM;
    case AB_HIDE: break;
  }
  return SECCOMP_RET_ERRNO | ENOSYS;
}

// The number is in the accumulator before a row and after it.
static void ab_add_row(struct ab_filter *filter, const struct ab_refused_call *call, int number,
                       uint32_t result) {
  if (call->test == AB_ALWAYS) {
    ab_add(filter, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, 1);
    ab_return(filter, result);
    return;
  }
  uint32_t value = call->test == AB_UNLESS_OWN ? (uint32_t)getpid() : call->value;
  int when_equal = call->test == AB_IF;
  ab_add(filter, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, 5);
  ab_load(filter, offsetof(struct seccomp_data, args) + 4 * (size_t)call->word);
  ab_add(filter, BPF_ALU | BPF_AND | BPF_K, call->mask, 0, 0);
  ab_add(filter, BPF_JMP | BPF_JEQ | BPF_K, value, when_equal ? 0 : 1, when_equal ? 1 : 0);
  ab_return(filter, result);
  ab_load(filter, offsetof(struct seccomp_data, nr));
}

static int ab_applies(enum ab_group group, const struct ab_rules *rules) {
  switch (group) {
    case AB_EVER: return 1;
    case AB_NETWORK: return (rules->restrictions & AB_RESTRICT_NETWORK) != 0;
    case AB_FILES: return (rules->restrictions & AB_RESTRICT_CHANGES) != 0;
    case AB_OLD_FILES:
      return (rules->restrictions & AB_RESTRICT_CHANGES) != 0 && rules->landlock < 3;
    case AB_PROCESSES: return (rules->restrictions & AB_RESTRICT_PROCESSES) != 0;
    case AB_LIMITS: return rules->has_limits;
  }
  return 1;
}

// The calls of one machine, all of which are decided. Returns 0, or -1 where they are too many.
static int ab_add_machine(struct ab_filter *filter, const struct ab_rules *rules) {
  ab_load(filter, offsetof(struct seccomp_data, nr));
  // Newer ones, and those of the x32 interface.
  ab_add(filter, BPF_JMP | BPF_JGT | BPF_K, AB_LAST_KNOWN_CALL, 0, 1);
  ab_return(filter, ab_result(AB_HIDE, rules->machine));
  for (int i = 0; i < ab_refused_call_count; i++) {
    const struct ab_refused_call *call = &ab_refused_calls[i];
    int number = rules->machine == AUDIT_ARCH_I386 ? call->on_i386 : call->on_x86_64;
    if (number < 0 || !ab_applies(call->group, rules)) continue;
    if (filter->count + 2 * AB_ROW_LENGTH >= AB_FILTER_CAPACITY) {
      errno = E2BIG;
      return -1;
    }
    ab_add_row(filter, call, number, ab_result(call->action, rules->machine));
  }
  ab_return(filter, SECCOMP_RET_ALLOW);
  return 0;
}

int ab_seccomp_restrict(uint32_t restrictions, uint32_t landlock, int has_limits) {
  struct ab_filter filter = {.count = 0};
  struct ab_rules rules = {ab_this_machine, restrictions, landlock, has_limits};
  ab_load(&filter, offsetof(struct seccomp_data, arch));
  ab_add(&filter, BPF_JMP | BPF_JEQ | BPF_K, ab_this_machine, 1, 0);
  const unsigned short jump = filter.count;
  ab_add(&filter, BPF_JMP | BPF_JA, 0, 0, 0);
  if (ab_add_machine(&filter, &rules) != 0) return -1;
  filter.code[jump].k = (uint32_t)(filter.count - jump - 1);
  // A process of 32 bits reaches the calls of 64 bits by a far jump, and the other way round; beside
  // that, it may start a program of the other machine, if it may start any.
  if ((restrictions & AB_RESTRICT_PROCESSES) == 0) {
    ab_add(&filter, BPF_JMP | BPF_JEQ | BPF_K, ab_other_machine, 1, 0);
    ab_return(&filter, SECCOMP_RET_KILL_PROCESS);
    rules.machine = ab_other_machine;
    if (ab_add_machine(&filter, &rules) != 0) return -1;
  } else {
    ab_return(&filter, SECCOMP_RET_KILL_PROCESS);
  }
  struct sock_fprog program = {filter.count, filter.code};
  long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
  // A positive one is a thread that could not be taken along.
  if (result > 0) errno = EBUSY;
  return result == 0 ? 0 : -1;
}

int ab_has_seccomp(void) {
  uint32_t actions[] = {SECCOMP_RET_KILL_PROCESS, SECCOMP_RET_TRAP, SECCOMP_RET_ERRNO};
  for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
    if (syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &actions[i]) != 0) return 0;
  }
  return 1;
}
