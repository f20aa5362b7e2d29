#define _GNU_SOURCE
#include "ab_confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Landlock's interface, as of its version 6: the system's headers may be older.
struct ab_landlock_ruleset {
  uint64_t files;
  uint64_t ports;
  uint64_t scopes;
};
struct ab_landlock_rule {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

enum { AB_LANDLOCK_CREATE = 444, AB_LANDLOCK_ADD = 445, AB_LANDLOCK_RESTRICT = 446 };
enum { AB_LANDLOCK_VERSION_FLAG = 1, AB_LANDLOCK_PATH = 1, AB_SCOPE_SIGNALS = 2 };
enum {
  AB_EXECUTE = 1 << 0,
  AB_WRITE = 1 << 1,
  AB_READ = 1 << 2,
  AB_READ_FOLDER = 1 << 3,
  // Removing and making entries of every kind.
  AB_ENTRIES = 0x1ff << 4,
  AB_MAKE_DEVICES = 1 << 6 | 1 << 11,
  // Moving an entry to another folder; version 2.
  AB_REFER = 1 << 13,
  // Emptying a file; version 3.
  AB_TRUNCATE = 1 << 14,
  // What of all this a rule about a file can say.
  AB_OF_FILES = AB_EXECUTE | AB_WRITE | AB_READ | AB_TRUNCATE,
};

uint32_t ab_landlock_version(void) {
  long version = syscall(AB_LANDLOCK_CREATE, NULL, 0, AB_LANDLOCK_VERSION_FLAG);
  return version > 0 ? (uint32_t)version : 0;
}

// Allows what is under a path. One that is not there needs no rule. Returns 0, or -1.
static int ab_allow(int ruleset, const char *path, uint64_t allowed) {
  int descriptor = open(path, O_PATH | O_CLOEXEC);
  if (descriptor < 0) return errno == ENOENT || errno == ENOTDIR || errno == EACCES ? 0 : -1;
  struct stat64 status;
  long result = fstat64(descriptor, &status);
  if (result == 0) {
    uint64_t possible = S_ISDIR(status.st_mode) ? ~(uint64_t)0 : (uint64_t)AB_OF_FILES;
    struct ab_landlock_rule rule = {allowed & possible, descriptor};
    if (rule.allowed != 0) {
      result = syscall(AB_LANDLOCK_ADD, ruleset, AB_LANDLOCK_PATH, &rule, 0);
    }
  }
  int error = errno;
  (void)close(descriptor);
  errno = error;
  return (int)result;
}

static int ab_allow_all(int ruleset, const char *paths, size_t byte_count, uint64_t allowed,
                        const char **failing) {
  for (size_t offset = 0; offset < byte_count; offset += strlen(paths + offset) + 1) {
    *failing = paths + offset;
    if (ab_allow(ruleset, paths + offset, allowed) != 0) return -1;
  }
  return 0;
}

static int ab_add_rules(int ruleset, const struct ab_confinement *confinement, uint64_t files,
                        const char **failing) {
  *failing = "/";
  // What is not restricted is allowed everywhere.
  if ((confinement->restrictions & AB_RESTRICT_CHANGES) == 0 &&
      ab_allow(ruleset, *failing, files) != 0) {
    return -1;
  }
  // No program may be started from where files can be changed.
  uint64_t writing = files & ~(uint64_t)AB_EXECUTE;
  uint64_t reading = files & (AB_READ | AB_READ_FOLDER);
  *failing = "/dev/null";
  if (ab_allow(ruleset, *failing, files & (AB_READ | AB_WRITE | AB_TRUNCATE)) != 0) return -1;
  if (ab_allow_all(ruleset, confinement->writable, confinement->writable_byte_count, writing,
                   failing) != 0) {
    return -1;
  }
  return ab_allow_all(ruleset, confinement->readable, confinement->readable_byte_count, reading,
                      failing);
}

int ab_landlock_restrict(const struct ab_confinement *confinement, uint32_t version, char *reason,
                         size_t reason_byte_count) {
  // In a domain of Landlock's a process reaches no memory of one outside, whatever it forbids else.
  uint64_t files = AB_MAKE_DEVICES;
  if ((confinement->restrictions & AB_RESTRICT_CHANGES) != 0) files |= AB_WRITE | AB_ENTRIES;
  if ((confinement->restrictions & AB_RESTRICT_READING) != 0) {
    files |= AB_EXECUTE | AB_READ | AB_READ_FOLDER;
  }
  if (version >= 2) files |= AB_REFER;
  if (version >= 3 && (files & AB_WRITE) != 0) files |= AB_TRUNCATE;
  struct ab_landlock_ruleset attributes = {.files = files};
  size_t byte_count = sizeof attributes.files;
  if (version >= 6 && (confinement->restrictions & AB_RESTRICT_SIGNALS) != 0) {
    attributes.scopes = AB_SCOPE_SIGNALS;
    byte_count = sizeof attributes;
  }
  int ruleset = (int)syscall(AB_LANDLOCK_CREATE, &attributes, byte_count, 0);
  const char *failing = "the set of rules";
  int result = ruleset < 0 ? -1 : ab_add_rules(ruleset, confinement, files, &failing);
  if (result == 0) {
    failing = "its beginning";
    result = (int)syscall(AB_LANDLOCK_RESTRICT, ruleset, 0);
  }
  if (result != 0) {
    snprintf(reason, reason_byte_count, "Landlock refused %s: %s", failing, strerror(errno));
  }
  if (ruleset >= 0) (void)close(ruleset);
  return result;
}
