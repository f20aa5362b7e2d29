#define _GNU_SOURCE
#include <string.h>

#include "floor_request.h"

void floor_adds(struct floor_peer *floor, int count) {
  for (int i = 0; i < count; i++) floor_add(floor, i);
}

void floor_lengths(struct floor_peer *floor, const char *text, int count) {
  for (int i = 0; i < count; i++) {
    size_t length = strlen(text);
    floor_check(length < FLOOR_TEXT_CAPACITY, "a text");
    struct floor_message *request = floor_message(floor);
    request->kind = FLOOR_LENGTH;
    memcpy(request->text, text, length + 1);
    floor_send(floor);
    floor_check(floor_receive(floor)->a == (int)length, "a length");
  }
}

void floor_pipe_adds(const struct floor_peer *floor, int count) {
  int32_t request[16] = {0}, reply[16];
  for (int i = 0; i < count; i++) {
    request[0] = i;
    request[1] = 2;
    floor_check(write(floor->requests, request, sizeof request) == sizeof request, "a pipe");
    floor_check(read(floor->replies, reply, sizeof reply) == sizeof reply, "a pipe");
    floor_check(reply[0] == i + 2, "a sum");
  }
}

void floor_byte(const struct floor_peer *floor) {
  char byte = 1;
  floor_check(write(floor->requests, &byte, 1) == 1, "a byte");
  floor_check(read(floor->replies, &byte, 1) == 1, "a byte");
}

void floor_callbacks(struct floor_peer *floor, int count) {
  struct floor_message *request = floor_message(floor);
  request->kind = FLOOR_CALL_BACK;
  request->count = count;
  floor_send(floor);
  const struct floor_message *reply = floor_receive(floor);
  for (; reply->kind == FLOOR_CALL_BACK; reply = floor_receive(floor)) {
    request->a = reply->a;
    floor_send(floor);
  }
  floor_check(reply->a == count / 2, "what was answered to the calls");
}

// Entries are published a few at a time: each publication moves a cache line to the other side.
enum { CHUNK = 64 };

void floor_batch(struct floor_peer *floor, int count) {
  struct floor_shared *shared = floor->shared;
  floor_check(count <= FLOOR_RING_COUNT, "a batch no longer than the ring");
  struct floor_message *request = floor_message(floor);
  request->kind = FLOOR_BATCH;
  request->count = count;
  floor_send(floor);
  uint32_t first = floor->entry_count, end = first + (uint32_t)count;
  for (uint32_t next = first; next != end;) {
    uint32_t chunk_end = end - next > CHUNK ? next + CHUNK : end;
    for (; next != chunk_end; next++) {
      struct floor_entry *entry = &shared->ring[next % FLOOR_RING_COUNT];
      entry->a = (int32_t)next;
      entry->b = 2;
    }
    floor_publish(&shared->produced, next);
  }
  int32_t wrong = 0;
  for (uint32_t next = first; next != end;) {
    uint32_t done = floor_await(&shared->consumed, next, floor->strategy);
    for (; next != done; next++) {
      wrong |= shared->results[next % FLOOR_RING_COUNT] ^ ((int32_t)next + 2);
    }
  }
  floor_check(wrong == 0, "the sums of a batch");
  floor->entry_count = end;
  (void)floor_receive(floor);
}

double floor_sum(struct floor_peer *floor, int count) {
  struct floor_message *request = floor_message(floor);
  request->kind = FLOOR_SUM;
  request->count = count;
  floor_send(floor);
  return floor_receive(floor)->number;
}

double floor_sum_alone(struct floor_peer *floor, int count) {
  struct floor_message *request = floor_message(floor);
  request->kind = FLOOR_SUM_ALONE;
  request->count = count;
  floor_send(floor);
  return floor_receive(floor)->number;
}

void floor_work(struct floor_peer *floors, int floor_count, int step_count) {
  for (int i = 0; i < floor_count; i++) {
    struct floor_message *request = floor_message(&floors[i]);
    request->kind = FLOOR_WORK;
    request->count = step_count;
    floor_send(&floors[i]);
  }
  for (int i = 0; i < floor_count; i++) {
    floor_check(floor_receive(&floors[i])->number > 0, "work");
  }
}
