#define _GNU_SOURCE
#include "ab_io.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

long ab_read(int descriptor, void *bytes, size_t byte_count) {
  ssize_t count;
  do count = read(descriptor, bytes, byte_count);
  while (count < 0 && errno == EINTR);
  return count < 0 ? -errno : count;
}

long ab_write(int descriptor, const void *bytes, size_t byte_count) {
  ssize_t count;
  do count = write(descriptor, bytes, byte_count);
  while (count < 0 && errno == EINTR);
  return count < 0 ? -errno : count;
}

int ab_write_all(int descriptor, const void *bytes, size_t byte_count) {
  const char *next = bytes;
  while (byte_count > 0) {
    long count = ab_write(descriptor, next, byte_count);
    if (count < 0) return (int)count;
    next += count;
    byte_count -= (size_t)count;
  }
  return 0;
}

int ab_pipe(int *read_end, int *write_end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -errno;
  *read_end = ends[0];
  *write_end = ends[1];
  return 0;
}

int ab_set_nonblocking(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags < 0 || fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) != 0) return -errno;
  return 0;
}

void ab_set_pipe_capacity(int descriptor, int byte_count) {
  (void)fcntl(descriptor, F_SETPIPE_SZ, byte_count);
}

static int64_t ab_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int ab_wait(const int *descriptors, int count, int write_mask, int timeout_milliseconds) {
  struct pollfd sets[8];
  if (count < 0 || count > 8) return -EINVAL;
  for (int i = 0; i < count; i++) {
    sets[i] = (struct pollfd){
        .fd = descriptors[i], .events = (write_mask >> i & 1) ? POLLOUT : POLLIN};
  }
  // Signals do not prolong the wait, however often they come.
  int64_t end = timeout_milliseconds > 0 ? ab_milliseconds() + timeout_milliseconds : 0;
  int ready = poll(sets, (nfds_t)count, timeout_milliseconds);
  while (ready < 0 && errno == EINTR) {
    if (timeout_milliseconds > 0) {
      int64_t left = end - ab_milliseconds();
      timeout_milliseconds = left > 0 ? (int)left : 0;
    }
    ready = poll(sets, (nfds_t)count, timeout_milliseconds);
  }
  if (ready < 0) return -errno;
  int mask = 0;
  for (int i = 0; i < count; i++) mask |= (sets[i].revents != 0) << i;
  return mask;
}

// Writes without the signal that a limit on the size of files raises.
static int ab_write_quietly(int descriptor, const void *bytes, size_t byte_count) {
  sigset_t limit, before;
  sigemptyset(&limit);
  sigaddset(&limit, SIGXFSZ);
  pthread_sigmask(SIG_BLOCK, &limit, &before);
  int result = ab_write_all(descriptor, bytes, byte_count);
  if (result == -EFBIG && !sigismember(&before, SIGXFSZ)) {
    struct timespec now = {0, 0};
    (void)sigtimedwait(&limit, NULL, &now);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return result;
}

int ab_write_on(int descriptor, const void *bytes, size_t byte_count) {
  sigset_t broken, before;
  sigemptyset(&broken);
  sigaddset(&broken, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &broken, &before);
  int result = 0;
  const char *next = bytes;
  while (byte_count > 0 && result == 0) {
    long count = ab_write(descriptor, next, byte_count);
    if (count >= 0) {
      next += count;
      byte_count -= (size_t)count;
    } else if (count == -EAGAIN) {
      (void)ab_wait(&descriptor, 1, 1, -1);
    } else {
      result = (int)count;
    }
  }
  if (result == -EPIPE && !sigismember(&before, SIGPIPE)) {
    struct timespec now = {0, 0};
    (void)sigtimedwait(&broken, NULL, &now);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return result;
}

int ab_make_sealed_file(const char *name, const void *bytes, size_t byte_count) {
  int descriptor = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor < 0) return -errno;
  int result = ab_write_quietly(descriptor, bytes, byte_count);
  const int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  if (result == 0 && fcntl(descriptor, F_ADD_SEALS, seals) != 0) result = -errno;
  if (result != 0) {
    close(descriptor);
    return result;
  }
  return descriptor;
}
