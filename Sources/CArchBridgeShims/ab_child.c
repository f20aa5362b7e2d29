#define _GNU_SOURCE
#include "ab_child.h"

#include "ab_mailbox.h"
#include "ab_process.h"

#include <pthread.h>

static int ab_is_child;

static void ab_become_child(void) {
  ab_is_child = 1;
  ab_mailbox_forsake();
}

void ab_child_watch(void) { (void)pthread_atfork(NULL, NULL, ab_become_child); }

void ab_child_leave(void) {
  if (ab_is_child) ab_exit_now(0);
}

void ab_child_serves(void) { ab_is_child = 0; }
