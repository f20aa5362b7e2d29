#define _GNU_SOURCE
#include "ab_process.h"

#include <fcntl.h>
#include <link.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

int ab_helper_prepare(const char *controller) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -1;
  // The controller may have ended before the line above.
  if (controller == NULL || getppid() != (pid_t)strtol(controller, NULL, 10)) return -1;
  (void)prctl(PR_SET_NAME, "archbridge");
  for (int descriptor = AB_REQUEST_DESCRIPTOR; descriptor <= AB_SHARED_DESCRIPTOR; descriptor++) {
    (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  }
  (void)close(AB_IMAGE_DESCRIPTOR);
  (void)setvbuf(stdout, NULL, _IOLBF, 0);
  return 0;
}

void ab_exit_now(int status) { _exit(status); }

uint16_t ab_elf_machine(void) {
  // The linker's name for where this program's header lies.
  extern const ElfW(Ehdr) __ehdr_start;
  return __ehdr_start.e_machine;
}
