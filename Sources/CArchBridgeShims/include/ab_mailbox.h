#ifndef AB_MAILBOX_H
#define AB_MAILBOX_H

#include <stddef.h>
#include <stdint.h>

/// Memory that two processes share, through which each hands the other one message at a time.
///
/// Each direction has a sequence word on which the other side waits: it spins only while the peer
/// was last seen on another processor, where an answer can come sooner than a sleep would end.
typedef struct ab_mailbox ab_mailbox;

enum {
  /// How many bytes of a shared file two mailboxes take, one for each direction.
  AB_MAILBOX_FILE_BYTES = 131072,
  /// How many bytes a message can have.
  AB_MAILBOX_CAPACITY = 65392,
  /// How many bytes share a cache line with the word that announces them.
  AB_SHORT_MESSAGE = 48,
};

/// What a message is beside its bytes.
enum {
  /// The next message continues this one, once it has been taken.
  AB_MESSAGE_CONTINUES = 1,
  /// There are no more messages.
  AB_MESSAGE_ENDS = 2,
};

/// An anonymous file of `byte_count` bytes, none of which takes memory before it is touched, sealed
/// against shrinking and growing. Returns its descriptor, or -errno.
int ab_make_shared_file(const char *_Nonnull name, uint64_t byte_count);

/// Maps the mailboxes at the beginning of a shared file; `side` is 0 for the controller, 1 for the
/// helper. Returns null where that cannot be. A child that the process forks does not have them.
ab_mailbox *_Nullable ab_mailbox_open(int descriptor, int side);

/// Has a child that the helper's process has forked write into memory of its own, and wait for ever,
/// where the helper's mailboxes are.
void ab_mailbox_forsake(void);

/// Gives the mapping back; nobody may be using it.
void ab_mailbox_close(ab_mailbox *_Nonnull mailbox);

/// Says that this side reads its mailbox from now on.
void ab_mailbox_announce(ab_mailbox *_Nonnull mailbox);

/// Whether the other side has said that it reads its mailbox.
int ab_mailbox_is_announced(const ab_mailbox *_Nonnull mailbox);

/// Two words that this side can write at any time, and the other side read: which request it carries
/// out, and how far it is with it.
volatile uint32_t *_Nonnull ab_mailbox_progress(ab_mailbox *_Nonnull mailbox);

/// How far the other side is with a request, as it says; -1 where it speaks of another.
int64_t ab_mailbox_peer_progress(const ab_mailbox *_Nonnull mailbox, uint32_t sequence);

/// Words that this side can write at any time, and the other side read: what has been refused to it,
/// as `ab_refusals_copy` has it.
volatile uint32_t *_Nonnull ab_mailbox_refusals(ab_mailbox *_Nonnull mailbox);

/// Copies the words of the other side, which may hold anything.
void ab_mailbox_peer_refusals(const ab_mailbox *_Nonnull mailbox, uint32_t *_Nonnull refusals);

/// Where the bytes of the next message go: `AB_MAILBOX_CAPACITY` of them, until it is published.
uint8_t *_Nonnull ab_mailbox_outgoing(ab_mailbox *_Nonnull mailbox);

/// Hands the other side a message of so many bytes. The one before must have been taken.
void ab_mailbox_publish(ab_mailbox *_Nonnull mailbox, uint32_t byte_count, uint32_t flags);

/// Waits until a message is there, at most so many nanoseconds, or without limit where they are
/// negative. Returns 0, -ETIMEDOUT, or -EOWNERDEAD after `ab_mailbox_interrupt` when nothing more is
/// there.
int ab_mailbox_wait(ab_mailbox *_Nonnull mailbox, int64_t nanoseconds);

/// The bytes of the message that is there. The other side can change them at any time.
const uint8_t *_Nonnull ab_mailbox_incoming(const ab_mailbox *_Nonnull mailbox);

/// How many bytes the message claims to have, and its flags: read once each, and unchecked.
uint32_t ab_mailbox_incoming_byte_count(const ab_mailbox *_Nonnull mailbox);
uint32_t ab_mailbox_incoming_flags(const ab_mailbox *_Nonnull mailbox);

/// Takes the message that is there, whose bytes have been copied.
void ab_mailbox_take(ab_mailbox *_Nonnull mailbox, uint32_t flags);

/// Hands over a message that is short, of at most `AB_MAILBOX_CAPACITY` bytes; `AB_SHORT_MESSAGE` of
/// them can always be read.
void ab_mailbox_send(ab_mailbox *_Nonnull mailbox, const void *_Nonnull bytes,
                     uint32_t byte_count);

/// Copies the message that is there, and takes it, if it stands alone and has at most `capacity`
/// bytes, for `AB_SHORT_MESSAGE` of which there is always room. Returns how many it has, or -EMSGSIZE
/// where it is another one, which is still there.
long ab_mailbox_take_short(ab_mailbox *_Nonnull mailbox, void *_Nonnull bytes, uint32_t capacity);

/// Copies the message that is there, as `ab_mailbox_take_short` does, without taking it.
long ab_mailbox_copy(const ab_mailbox *_Nonnull mailbox, void *_Nonnull bytes, uint32_t capacity);

/// Hands over a short message and waits for the next one: `ab_mailbox_send`, `ab_mailbox_wait` and
/// `ab_mailbox_take_short`.
long ab_mailbox_exchange(ab_mailbox *_Nonnull mailbox, const void *_Nonnull request,
                         uint32_t request_byte_count, void *_Nonnull reply, uint32_t capacity,
                         int64_t nanoseconds);

/// Waits until the other side has taken a message that continues. Returns as `ab_mailbox_wait`.
int ab_mailbox_wait_taken(ab_mailbox *_Nonnull mailbox, int64_t nanoseconds);

/// Ends all waiting on this side, now and later: the other side is gone. From any thread.
void ab_mailbox_interrupt(ab_mailbox *_Nonnull mailbox);

#endif
