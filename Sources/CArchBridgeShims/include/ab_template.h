#ifndef AB_TEMPLATE_H
#define AB_TEMPLATE_H

#include <stdint.h>

/// A template is a helper that has loaded its library and serves nobody: it forks helpers that do.
/// Its controller asks it for them through a socket, which is where other helpers have their shared
/// file.
enum {
  AB_TEMPLATE_DESCRIPTOR = 7,
  /// How many descriptors a forked helper gets: its 1 to 7, as `ab_spawn` lays them out.
  AB_TEMPLATE_HANDED_COUNT = 7,
};

// MARK: The controller's side

/// Makes a template's socket: the controller's end, and the template's. No other program inherits
/// them. Returns 0, or -errno.
int ab_template_sockets(int *_Nonnull controller, int *_Nonnull template_end);

/// Waits until a template has ended its session and is ready to fork. Returns how many threads it
/// has, or -errno: -EPIPE where it has ended, -ETIMEDOUT.
int ab_template_await(int socket, int timeout_milliseconds);

/// Has a template fork a helper whose descriptors 1 to 7 are these. -1 stands for the caller's own 1
/// or 2, and for no shared file. Returns its process id, or -errno; -EPIPE where the template has
/// ended, -ETIMEDOUT where it does not answer, -EPROTO where its answer makes no sense.
/// After the last two nothing else can be asked. `refusal` is the errno of a template that
/// could not fork, and 0 otherwise.
int ab_template_fork(int socket, const int *_Nonnull descriptors, int timeout_milliseconds,
                     int *_Nonnull refusal);

/// Asks how a helper ended that the template forked, and removes it; a negative id kills it first.
/// Returns as `ab_process_reap` does, or -errno, after which nothing else can be asked.
int ab_template_reap(int socket, int process, int timeout_milliseconds, int *_Nonnull value);

// MARK: The template's side

/// Says whether this process was started as a template, and has it keep the orphans of what is
/// started before it forks.
int ab_template_prepare(void);

enum {
  /// The controller asks for no more.
  AB_TEMPLATE_ENDS = 0,
  /// This is a helper that has been forked, with its descriptors in place.
  AB_TEMPLATE_FORKED = 1,
  /// The same, with a shared file that the controller uses.
  AB_TEMPLATE_FORKED_SHARING = 2,
};

/// Forks helpers for as long as the controller asks for them. Returns one of the values above, in
/// the template and in each of the helpers.
int ab_template_serve(void);

#endif
