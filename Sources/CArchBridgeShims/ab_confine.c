#define _GNU_SOURCE
#include "ab_confinement.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

// More than one is what counts; 1 where the number cannot be read.
static int ab_has_threads(void) {
  DIR *threads = opendir("/proc/self/task");
  if (threads == NULL) return 0;
  int count = 0;
  for (struct dirent *entry; (entry = readdir(threads)) != NULL;) count += entry->d_name[0] != '.';
  (void)closedir(threads);
  return count > 1;
}

static int ab_set_limits(const uint64_t *limits) {
  static const enum __rlimit_resource resources[AB_LIMIT_COUNT] = {
      RLIMIT_AS, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_NPROC, RLIMIT_NOFILE};
  for (int i = 0; i < AB_LIMIT_COUNT; i++) {
    if (limits[i] == UINT64_MAX) continue;
    struct rlimit64 now, wanted = {limits[i], limits[i]};
    // A second after the signal that says so comes the one that ends.
    if (resources[i] == RLIMIT_CPU) wanted.rlim_max++;
    if (getrlimit64(resources[i], &now) != 0) return -1;
    // What is stricter already stays, also where it cannot be set again.
    if (now.rlim_max < wanted.rlim_max) wanted.rlim_max = now.rlim_max;
    if (wanted.rlim_cur > wanted.rlim_max) wanted.rlim_cur = wanted.rlim_max;
    if (now.rlim_cur == wanted.rlim_cur && now.rlim_max == wanted.rlim_max) continue;
    if (setrlimit64(resources[i], &wanted) != 0) return -1;
  }
  return 0;
}

static int ab_has_limits(const uint64_t *limits) {
  for (int i = 0; i < AB_LIMIT_COUNT; i++) {
    if (limits[i] != UINT64_MAX) return 1;
  }
  return 0;
}

static int ab_fail(char *reason, size_t byte_count, const char *what) {
  snprintf(reason, byte_count, "%s: %s", what, strerror(errno));
  return -1;
}

static int ab_restrict(const struct ab_confinement *confinement, char *reason, size_t byte_count) {
  const uint32_t restrictions = confinement->restrictions;
  const uint32_t present = ab_landlock_version();
  const uint32_t newest = confinement->newest_landlock;
  const uint32_t version = newest != 0 && newest < present ? newest : present;
  if (version == 0) {
    snprintf(reason, byte_count,
             "the kernel offers no Landlock, which is in Linux from 5.13 on and can be switched on "
             "with `lsm=landlock,…`");
    return -1;
  }
  if (!ab_has_seccomp()) {
    snprintf(reason, byte_count, "the kernel offers no filters of seccomp");
    return -1;
  }
  if ((restrictions & AB_RESTRICT_SIGNALS) != 0 && (restrictions & AB_RESTRICT_PROCESSES) == 0 &&
      version < 6) {
    snprintf(reason, byte_count,
             "the kernel cannot keep signals from other processes: that takes Landlock 6 (Linux "
             "6.12), and it has %u; allow signals, or new processes neither",
             version);
    return -1;
  }
  if (ab_has_threads()) {
    snprintf(reason, byte_count, "the helper has more than one thread before it loads anything");
    return -1;
  }
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return ab_fail(reason, byte_count, "no_new_privs");
  if (ab_landlock_restrict(confinement, version, reason, byte_count) != 0) return -1;
  if (ab_refusals_begin() != 0) return ab_fail(reason, byte_count, "the handler of SIGSYS");
  return 0;
}

int ab_confine(const struct ab_confinement *confinement, char *reason, size_t byte_count) {
  const uint32_t restrictions = confinement->restrictions;
  const uint32_t newest = confinement->newest_landlock;
  reason[0] = 0;
  if (restrictions != 0 && ab_restrict(confinement, reason, byte_count) != 0) return -1;
  if (ab_set_limits(confinement->limits) != 0) return ab_fail(reason, byte_count, "the limits");
  if (restrictions == 0) return 0;
  uint32_t landlock = ab_landlock_version();
  if (newest != 0 && newest < landlock) landlock = newest;
  if (ab_seccomp_restrict(restrictions, landlock, ab_has_limits(confinement->limits)) != 0) {
    return ab_fail(reason, byte_count, "seccomp");
  }
  return 0;
}
