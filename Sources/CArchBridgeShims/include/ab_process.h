#ifndef AB_PROCESS_H
#define AB_PROCESS_H

#include <stdint.h>

/// Prepares the helper's process: leaves it to a keeper, keeps its lines of output whole, and lets no
/// program that the library starts inherit the channel descriptors. `controller` is the controller's
/// process id in decimals. Returns 0, or -1 where the controller is gone already.
int ab_helper_prepare(const char *_Nullable controller);

/// The helper's keeper: its parent, or that of the helper that it was forked from.
int ab_helper_keeper(void);

/// The helper that reads requests from a pipe, an end of which the controller has too: its process
/// id, which the library may have changed; 0 before it has been prepared.
int ab_helper_of(int requests);

/// The machine number in this program's own ELF header.
uint16_t ab_elf_machine(void);

/// What the helper itself exits with; a library rarely does. The system has no process left for it;
/// the library has ended the thread that its functions are called on; its controller was gone before
/// it began; its channel cannot be read or written any more.
enum {
  AB_EXIT_NO_PROCESS = 116,
  AB_EXIT_THREAD_ENDED = 117,
  AB_EXIT_ORPHANED = 118,
  AB_EXIT_CHANNEL_LOST = 119,
};

/// The helper's descriptors, as `ab_spawn` lays them out.
enum {
  AB_REQUEST_DESCRIPTOR = 3,
  AB_REPLY_DESCRIPTOR = 4,
  AB_SIDE_REQUEST_DESCRIPTOR = 5,
  AB_SIDE_REPLY_DESCRIPTOR = 6,
  AB_SHARED_DESCRIPTOR = 7,
  AB_KEEPER_DESCRIPTOR = 8,
  AB_IMAGE_DESCRIPTOR = 9,
};

/// Ends the process at once, without the clean-up of the library whose function is running.
_Noreturn void ab_exit_now(int status);

#endif
