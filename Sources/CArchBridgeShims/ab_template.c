#define _GNU_SOURCE
#include "ab_template.h"

#include "ab_child.h"
#include "ab_crash.h"
#include "ab_keeper.h"
#include "ab_process.h"
#include "ab_spawn.h"
#include "ab_template_message.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int ab_template_prepare(void) {
  int type;
  socklen_t byte_count = sizeof type;
  if (getsockopt(AB_TEMPLATE_DESCRIPTOR, SOL_SOCKET, SO_TYPE, &type, &byte_count) != 0) return 0;
  (void)prctl(PR_SET_CHILD_SUBREAPER, 1);
  return 1;
}

static int ab_thread_count(void) {
  DIR *threads = opendir("/proc/self/task");
  if (threads == NULL) return 0;
  int count = 0;
  for (struct dirent *entry; (entry = readdir(threads)) != NULL;) count += entry->d_name[0] != '.';
  (void)closedir(threads);
  return count;
}

// Receives a request and its descriptors. Returns whether there was one.
static int ab_receive(struct ab_template_request *request, int *received) {
  union ab_template_control control;
  struct iovec part = {request, sizeof *request};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control,
                           .msg_controllen = sizeof control};
  ssize_t byte_count;
  do byte_count = recvmsg(AB_TEMPLATE_DESCRIPTOR, &message, MSG_CMSG_CLOEXEC);
  while (byte_count < 0 && errno == EINTR);
  for (int i = 0; i < AB_TEMPLATE_HANDED_COUNT; i++) received[i] = -1;
  if (byte_count != (ssize_t)sizeof *request) return 0;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header == NULL) return 1;
  int descriptors[AB_TEMPLATE_HANDED_COUNT];
  size_t data_byte_count = header->cmsg_len - CMSG_LEN(0);
  if (data_byte_count > sizeof descriptors) return 0;
  memcpy(descriptors, CMSG_DATA(header), data_byte_count);
  size_t next = 0;
  for (int i = 0; i < AB_TEMPLATE_HANDED_COUNT; i++) {
    if ((request->mask >> i & 1) == 0) continue;
    if (next == data_byte_count / sizeof(int)) return 0;
    received[i] = descriptors[next++];
  }
  return 1;
}

static void ab_answer(int32_t result, int32_t value) {
  struct ab_template_reply reply = {result, value};
  (void)send(AB_TEMPLATE_DESCRIPTOR, &reply, sizeof reply, MSG_NOSIGNAL);
}

// Puts the descriptors where every helper has them. The template's own are replaced: its socket
// among them, so that a helper cannot speak for it.
static int ab_place(int *received) {
  // The library may have closed some that every helper has: none that came may be overwritten.
  for (int i = 0; i < AB_TEMPLATE_HANDED_COUNT; i++) {
    if (received[i] < 0 || received[i] > AB_TEMPLATE_HANDED_COUNT) continue;
    int moved = fcntl(received[i], F_DUPFD_CLOEXEC, AB_TEMPLATE_HANDED_COUNT + 1);
    if (moved < 0) return -1;
    (void)close(received[i]);
    received[i] = moved;
  }
  for (int i = 0; i < AB_TEMPLATE_HANDED_COUNT; i++) {
    int place = i + 1;
    if (received[i] < 0 && place == AB_SHARED_DESCRIPTOR) {
      received[i] = open("/dev/null", O_RDONLY | O_CLOEXEC);
      if (received[i] < 0) return -1;
      // It may be given the lowest number that the library has left free.
      if (received[i] == place) continue;
    }
    if (received[i] < 0) {
      (void)close(place);
      continue;
    }
    if (dup3(received[i], place, place >= AB_REQUEST_DESCRIPTOR ? O_CLOEXEC : 0) < 0) return -1;
    (void)close(received[i]);
  }
  return 0;
}

static int ab_wait_id(pid_t process, siginfo_t *info, int flags) {
  int result;
  memset(info, 0, sizeof *info);
  do result = waitid(P_PID, (id_t)process, info, flags);
  while (result != 0 && errno == EINTR);
  return result;
}

static void ab_report_end(pid_t process) {
  siginfo_t info;
  int flags = WEXITED | WNOHANG;
  // The number of one that the library has waited for may be another process's by now.
  if (process < 0 && ab_wait_id(-process, &info, flags | WNOWAIT) == 0) {
    (void)kill(-process, SIGKILL);
    flags = WEXITED;
  }
  int result = ab_wait_id(process < 0 ? -process : process, &info, flags);
  // Orphans of its own are the keeper's children now.
  ab_keeper_sweep(ab_helper_keeper());
  if (result != 0 || info.si_pid == 0) return ab_answer(AB_ENDED_UNKNOWN, 0);
  ab_answer(info.si_code == CLD_EXITED ? AB_ENDED_EXIT : AB_ENDED_SIGNAL, info.si_status);
}

int ab_template_serve(void) {
  const pid_t template = getpid();
  struct ab_template_request request;
  int received[AB_TEMPLATE_HANDED_COUNT];
  // What the library has left behind up to here stays with the template, and what a helper leaves
  // goes to the keeper, which ends it.
  (void)prctl(PR_SET_CHILD_SUBREAPER, 0);
  // What the library has printed is the template's, and not to be printed by each helper: here, and
  // before each fork, since its handlers of forks may print.
  (void)fflush(NULL);
  ab_answer(ab_thread_count(), 0);
  while (ab_receive(&request, received)) {
    if (request.process != 0) {
      ab_report_end(request.process);
      continue;
    }
    (void)fflush(NULL);
    pid_t process = fork();
    if (process == 0) {
      if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != template || ab_place(received) != 0) {
        ab_exit_now(AB_EXIT_ORPHANED);
      }
      (void)prctl(PR_SET_CHILD_SUBREAPER, 1);
      (void)setpgid(0, 0);
      ab_child_serves();
      ab_report_at_end(AB_SHARED_DESCRIPTOR);
      return ab_report_file_is_shared(AB_SHARED_DESCRIPTOR) ? AB_TEMPLATE_FORKED_SHARING : AB_TEMPLATE_FORKED;
    }
    ab_answer(process < 0 ? -errno : process, 0);
    for (int i = 0; i < AB_TEMPLATE_HANDED_COUNT; i++) {
      if (received[i] >= 0) (void)close(received[i]);
    }
  }
  return AB_TEMPLATE_ENDS;
}
