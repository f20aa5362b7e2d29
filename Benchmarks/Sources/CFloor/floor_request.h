// One request and its reply over the shared lines.
#ifndef FLOOR_REQUEST_H
#define FLOOR_REQUEST_H

#include <stdio.h>
#include <stdlib.h>

#include "CFloor.h"
#include "floor_channel.h"

static inline void floor_check(int condition, const char *what) {
  if (condition) return;
  fprintf(stderr, "the floor program does not do what it is for: %s\n", what);
  abort();
}

static inline struct floor_message *floor_message(const struct floor_peer *floor) {
  return &((struct floor_shared *)floor->shared)->request.message;
}

// Sends the request that was written, without waiting for what is answered.
static inline void floor_send(struct floor_peer *floor) {
  floor_publish(&((struct floor_shared *)floor->shared)->request, ++floor->number);
}

// Waits for the reply to the request that was sent last.
static inline const struct floor_message *floor_receive(const struct floor_peer *floor) {
  struct floor_line *line = &((struct floor_shared *)floor->shared)->reply;
  (void)floor_await(line, floor->number - 1, floor->strategy);
  return &line->message;
}

static inline void floor_add(struct floor_peer *floor, int value) {
  struct floor_message *request = floor_message(floor);
  request->kind = FLOOR_ADD;
  request->a = value;
  request->b = 2;
  floor_send(floor);
  floor_check(floor_receive(floor)->a == value + 2, "a sum");
}

#endif
