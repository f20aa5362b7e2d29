#ifndef AB_IO_H
#define AB_IO_H

#include <stddef.h>
#include <stdint.h>

/// Reads at most `byte_count` bytes, again where a signal interrupts. Returns how many, 0 at the
/// end, or -errno.
long ab_read(int descriptor, void *_Nonnull bytes, size_t byte_count);

/// Writes at most `byte_count` bytes, again where a signal interrupts. Returns how many, or -errno.
long ab_write(int descriptor, const void *_Nonnull bytes, size_t byte_count);

/// Writes all of `byte_count` bytes. Returns 0, or -errno.
int ab_write_all(int descriptor, const void *_Nonnull bytes, size_t byte_count);

/// Writes all of the bytes, waiting for a descriptor that does not, and without the signal that a
/// pipe raises which nobody reads. Returns 0, or -errno.
int ab_write_on(int descriptor, const void *_Nonnull bytes, size_t byte_count);

/// Makes a pipe whose ends no other program inherits. Returns 0, or -errno.
int ab_pipe(int *_Nonnull read_end, int *_Nonnull write_end);

/// Makes reads and writes of `descriptor` return at once. Returns 0, or -errno.
int ab_set_nonblocking(int descriptor);

/// Asks for a pipe that holds `byte_count` bytes; an unprivileged process may get less.
void ab_set_pipe_capacity(int descriptor, int byte_count);

/// Waits until one of at most 8 descriptors can be read, or written where its bit in `write_mask`
/// is set; a descriptor of -1 is passed over. `timeout_milliseconds` may be -1 for no limit.
///
/// Returns one bit for each descriptor that is ready, 0 for the time-out, or -errno.
int ab_wait(const int *_Nonnull descriptors, int count, int write_mask, int timeout_milliseconds);

/// An anonymous file with these contents, executable and sealed against every change. Returns its
/// descriptor, or -errno.
int ab_make_sealed_file(const char *_Nonnull name, const void *_Nonnull bytes, size_t byte_count);

#endif
