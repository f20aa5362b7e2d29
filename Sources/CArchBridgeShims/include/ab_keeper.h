#ifndef AB_KEEPER_H
#define AB_KEEPER_H

#include <signal.h>

/// The keeper is the process that a controller starts: it runs nothing but `ab_keeper.c`. The helper
/// is its child, and what the library starts are its descendants, wherever they move: an orphan
/// among them becomes its child.
///
/// Where the helper ends, it ends all of them, says so, and then ends itself in the same way. Where it
/// is told to end, and where the controller ends, it ends the helper too, and itself by SIGKILL.

// MARK: The helper's side

/// Splits a process that the process `controller` has started, in decimals: returns 0 in the helper,
/// whose parent `keeper` is then, and not at all in the keeper. Returns -errno where there can be no
/// second process; -ESRCH where the controller is gone.
int ab_keeper_split(const char *_Nullable controller, int *_Nonnull keeper);

/// Has the keeper end what becomes its child, now and from now on: what an ended child of the
/// helper's has left behind.
void ab_keeper_sweep(int keeper);

/// What a keeper sends to the helper that is to leave a report of where it is, and to end.
enum { AB_KEEPER_ASKS = SIGABRT };

// MARK: The controller's side

/// Tells the keeper behind a descriptor to end everything. Returns 0, or -errno.
int ab_keeper_end(int descriptor);

/// Has the keeper behind a descriptor ask the helper where it is, which ends it. Returns 0, or -errno.
int ab_keeper_locate(int descriptor);

/// What a keeper says by that all has ended, for which a controller need not wait for its own end. It
/// can be read then. Returns a descriptor, or -errno.
int ab_keeper_line(void);

/// What a keeper has said by its line: as `ab_process_reap`, of the helper; `AB_ENDED_UNKNOWN` where
/// it has said nothing.
int ab_keeper_said(int line, int *_Nonnull value);

/// What this system has of what a keeper needs.
enum {
  /// Orphans can become the children of a process that asks for them.
  AB_KEEPS_ORPHANS = 1,
  /// A process can list its children.
  AB_LISTS_CHILDREN = 2,
  /// A process can be waited for and signalled by a descriptor.
  AB_HAS_PROCESS_DESCRIPTORS = 4,
};

/// Some of the bits above.
int ab_keeper_support(void);

#endif
