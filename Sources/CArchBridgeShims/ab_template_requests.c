#define _GNU_SOURCE
#include "ab_io.h"
#include "ab_spawn.h"
#include "ab_template.h"
#include "ab_template_message.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>

int ab_template_sockets(int *controller, int *template_end) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return -errno;
  *controller = ends[0];
  *template_end = ends[1];
  return 0;
}

static int ab_await_reply(int socket, int timeout_milliseconds, struct ab_template_reply *reply) {
  int ready = ab_wait(&socket, 1, 0, timeout_milliseconds);
  if (ready < 0) return ready;
  if (ready == 0) return -ETIMEDOUT;
  ssize_t byte_count;
  do byte_count = recv(socket, reply, sizeof *reply, MSG_DONTWAIT);
  while (byte_count < 0 && errno == EINTR);
  if (byte_count == 0 || (byte_count < 0 && errno == ECONNRESET)) return -EPIPE;
  if (byte_count < 0) return -errno;
  return byte_count == (ssize_t)sizeof *reply ? 0 : -EPROTO;
}

int ab_template_await(int socket, int timeout_milliseconds) {
  struct ab_template_reply reply;
  int error = ab_await_reply(socket, timeout_milliseconds, &reply);
  if (error != 0) return error;
  return reply.result > 0 ? reply.result : -EPROTO;
}

// Sends a request and waits for its reply. Returns 0, or -errno.
static int ab_ask(int socket, int32_t process, const int *descriptors, int timeout_milliseconds,
                  struct ab_template_reply *reply) {
  union ab_template_control control;
  struct ab_template_request request = {process, 0};
  struct iovec part = {&request, sizeof request};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  int handed[AB_TEMPLATE_HANDED_COUNT];
  size_t count = 0;
  for (int i = 0; descriptors != NULL && i < AB_TEMPLATE_HANDED_COUNT; i++) {
    if (descriptors[i] < 0) continue;
    request.mask |= 1u << i;
    handed[count++] = descriptors[i];
  }
  if (count > 0) {
    memset(&control, 0, sizeof control);
    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    control.header.cmsg_len = CMSG_LEN(count * sizeof(int));
    memcpy(CMSG_DATA(&control.header), handed, count * sizeof(int));
    message.msg_control = &control;
    message.msg_controllen = CMSG_SPACE(count * sizeof(int));
  }
  ssize_t byte_count;
  do byte_count = sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  while (byte_count < 0 && errno == EINTR);
  if (byte_count < 0) return errno == ECONNRESET ? -EPIPE : -errno;
  return ab_await_reply(socket, timeout_milliseconds, reply);
}

int ab_template_fork(int socket, const int *descriptors, int timeout_milliseconds, int *refusal) {
  int all[AB_TEMPLATE_HANDED_COUNT];
  struct ab_template_reply reply;
  memcpy(all, descriptors, sizeof all);
  for (int i = 0; i < 2; i++) {
    // A program may have closed its own.
    if (all[i] < 0 && fcntl(i + 1, F_GETFD) >= 0) all[i] = i + 1;
  }
  *refusal = 0;
  int error = ab_ask(socket, 0, all, timeout_milliseconds, &reply);
  if (error != 0) return error;
  if (reply.result < 0 && reply.result > -4096) {
    *refusal = -reply.result;
    return reply.result;
  }
  // What kills would be sent to must be one other process.
  return reply.result > 1 ? reply.result : -EPROTO;
}

int ab_template_reap(int socket, int process, int timeout_milliseconds, int *value) {
  struct ab_template_reply reply;
  *value = 0;
  int error = ab_ask(socket, process, NULL, timeout_milliseconds, &reply);
  if (error != 0) return error;
  *value = reply.value;
  return reply.result == AB_ENDED_EXIT || reply.result == AB_ENDED_SIGNAL ? reply.result
                                                                          : AB_ENDED_UNKNOWN;
}
