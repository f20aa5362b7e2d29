#include "ab_watch.h"

#include <errno.h>
#include <stddef.h>
#include <sys/epoll.h>

int ab_watch_make(void) {
  int watch = epoll_create1(EPOLL_CLOEXEC);
  return watch < 0 ? -errno : watch;
}

int ab_watch_add(int watch, int descriptor, uint64_t number) {
  struct epoll_event event = {.events = EPOLLIN | EPOLLONESHOT, .data.u64 = number};
  return epoll_ctl(watch, EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : -errno;
}

int ab_watch_again(int watch, int descriptor, uint64_t number) {
  struct epoll_event event = {.events = EPOLLIN | EPOLLONESHOT, .data.u64 = number};
  return epoll_ctl(watch, EPOLL_CTL_MOD, descriptor, &event) == 0 ? 0 : -errno;
}

void ab_watch_remove(int watch, int descriptor) {
  (void)epoll_ctl(watch, EPOLL_CTL_DEL, descriptor, NULL);
}

int ab_watch_next(int watch, uint64_t *number) {
  struct epoll_event event;
  int count;
  do count = epoll_wait(watch, &event, 1, -1);
  while (count < 0 && errno == EINTR);
  if (count < 0) return -errno;
  *number = event.data.u64;
  return 0;
}
