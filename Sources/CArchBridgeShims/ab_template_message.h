#ifndef AB_TEMPLATE_MESSAGE_H
#define AB_TEMPLATE_MESSAGE_H

#include "ab_template.h"

#include <sys/socket.h>

// What a controller asks a template. The descriptors of a new helper come with it.
struct ab_template_request {
  // 0 for a new helper, or the one whose end is asked for, negative to kill it first.
  int32_t process;
  // Which of the descriptors 1 to 7 are there, as bits from 0 on.
  uint32_t mask;
};

// What a template answers; at first, how many threads it has.
struct ab_template_reply {
  // A process id or -errno; how a helper ended.
  int32_t result;
  // The exit status or the signal.
  int32_t value;
};

// Room for the descriptors that come with a request.
union ab_template_control {
  struct cmsghdr header;
  char bytes[CMSG_SPACE(sizeof(int) * AB_TEMPLATE_HANDED_COUNT)];
};

#endif
