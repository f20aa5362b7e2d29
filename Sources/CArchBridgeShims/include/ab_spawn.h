#ifndef AB_SPAWN_H
#define AB_SPAWN_H

#include <stddef.h>
#include <stdint.h>

/// How a helper is started.
struct ab_spawn {
  /// The program. Its one argument is the caller's process id.
  const char *_Nonnull path;
  /// Its environment: entries `NAME=value`, each ended by NUL, one behind the other.
  const char *_Nonnull environment;
  /// How many bytes the environment has.
  size_t environment_byte_count;
  /// Its working directory, or null for the caller's.
  const char *_Nullable directory;
  /// What becomes its descriptors 1 to 9: standard output, standard error, requests, replies, the
  /// same two for the library's own threads, the shared file, what its keeper says its end by, and the
  /// image where the program is one. -1 keeps the caller's 1 or 2, and stands for no shared file and no image. Its descriptor 0
  /// is `/dev/null`, as is the shared file where there is none; it inherits nothing else.
  int descriptors[9];
};

/// Starts a helper, in a session of its own. It ends with the calling thread. Returns 0 and its process id, or -errno.
int ab_spawn_helper(const struct ab_spawn *_Nonnull spawn, int *_Nonnull process);

/// A descriptor that can be read once the child `process` has ended, or -errno.
int ab_process_descriptor(int process);

/// Kills the child `process` and removes it: one that there is no descriptor for.
void ab_process_discard(int process);

/// Sends a signal to the process that a descriptor stands for. Returns 0, or -errno.
int ab_process_signal(int descriptor, int signal);

/// How a process ended.
enum {
  AB_ENDED_UNKNOWN = 0,
  AB_ENDED_EXIT = 1,
  AB_ENDED_SIGNAL = 2,
};

/// Waits for the child behind a descriptor to end, and removes it. Returns one of the values
/// above, with the exit status or the signal's number in `value`.
int ab_process_reap(int descriptor, int *_Nonnull value);

#endif
