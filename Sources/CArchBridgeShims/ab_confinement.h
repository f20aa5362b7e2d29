#ifndef AB_CONFINEMENT_H
#define AB_CONFINEMENT_H

#include "ab_confine.h"

// When a call is refused: the restrictions that a row belongs to.
enum ab_group {
  AB_EVER,
  AB_NETWORK,
  AB_FILES,
  // As `AB_FILES`, where Landlock does not see files being emptied.
  AB_OLD_FILES,
  AB_PROCESSES,
  AB_LIMITS,
};

// How it is refused.
enum ab_action {
  // With EPERM, and remembered.
  AB_REFUSE,
  // With EPERM, and not remembered.
  AB_DENY,
  // As though the kernel did not have it.
  AB_HIDE,
};

// Which of the calls are refused: those with these bits of an argument.
enum ab_test {
  AB_ALWAYS,
  AB_IF,
  AB_UNLESS,
  // With any of the bits of the mask.
  AB_IF_ANY,
  // But for this process's own id.
  AB_UNLESS_OWN,
};

// A row of the table of refused system calls.
struct ab_refused_call {
  const char *name;
  // The numbers; -1 where an architecture does not have it.
  int16_t on_i386;
  int16_t on_x86_64;
  enum ab_group group;
  enum ab_action action;
  enum ab_test test;
  // Which half of which argument.
  int word;
  uint32_t mask;
  uint32_t value;
};

extern const struct ab_refused_call ab_refused_calls[];
extern const int ab_refused_call_count;

// The last system call that the table knows: newer ones are hidden.
enum { AB_LAST_KNOWN_CALL = 462 };

// Returns 0, or -1 with the reason.
int ab_landlock_restrict(const struct ab_confinement *confinement, uint32_t version, char *reason,
                         size_t reason_byte_count);
int ab_seccomp_restrict(uint32_t restrictions, uint32_t landlock, int has_limits);

// Has refused system calls remembered. Returns 0, or -1.
int ab_refusals_begin(void);

#endif
