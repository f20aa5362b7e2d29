#define _GNU_SOURCE
#include "floor.h"

#include <stdlib.h>
#include <sys/mman.h>

static struct {
  struct floor_shared *shared;
  enum floor_strategy strategy;
  uint32_t number;
  struct floor_function add, length, sum, apply, work;
} floor_state;

static void find_functions(void *library) {
  ffi_type *number = &ffi_type_sint32, *pointer = &ffi_type_pointer;
  floor_find(&floor_state.add, library, "add", number, number, number);
  floor_find(&floor_state.length, library, "length", number, pointer, NULL);
  floor_find(&floor_state.sum, library, "sum", &ffi_type_double, pointer, number);
  floor_find(&floor_state.apply, library, "apply", number, pointer, number);
  floor_find(&floor_state.work, library, "work", &ffi_type_double, number, NULL);
}

static void answer(void) { floor_publish(&floor_state.shared->reply, ++floor_state.number); }

static void await_request(uint32_t seen) {
  (void)floor_await(&floor_state.shared->request, seen, floor_state.strategy);
}

// What the library calls: asks the other side, and waits for what it says.
static int call_back(int value) {
  struct floor_message *reply = &floor_state.shared->reply.message;
  reply->kind = FLOOR_CALL_BACK;
  reply->a = value;
  answer();
  await_request(floor_state.number);
  return floor_state.shared->request.message.a;
}

// Calls everything in the ring that the other side has published, and publishes how far it came.
static void run_batch(int32_t count) {
  struct floor_shared *shared = floor_state.shared;
  uint32_t done = atomic_load(&shared->consumed.word) >> 1, end = done + (uint32_t)count;
  while (done != end) {
    uint32_t available = floor_await(&shared->produced, done, floor_state.strategy);
    for (; done != available; done++) {
      struct floor_entry *entry = &shared->ring[done % FLOOR_RING_COUNT];
      void *values[] = {&entry->a, &entry->b};
      ffi_arg result;
      ffi_call(&floor_state.add.cif, floor_state.add.address, &result, values);
      shared->results[done % FLOOR_RING_COUNT] = (int32_t)result;
    }
    floor_publish(&shared->consumed, done);
  }
}

static double sum(const double *values, int32_t count) {
  void *arguments[] = {&values, &count};
  double result;
  ffi_call(&floor_state.sum.cif, floor_state.sum.address, &result, arguments);
  return result;
}

static double sum_alone(int32_t count) {
  static double *values;
  if (values == NULL) {
    values = malloc((size_t)count * sizeof *values);
    if (values == NULL) exit(1);
    for (int32_t i = 0; i < count; i++) values[i] = i % 7;
  }
  uint64_t start = floor_nanoseconds();
  if (sum(values, count) < 0) exit(1);
  return (double)(floor_nanoseconds() - start) * 1e-9;
}

static void call(struct floor_function *function, void *result, void *first, void *second) {
  void *values[] = {first, second};
  ffi_call(&function->cif, function->address, result, values);
}

static void serve_one(void) {
  struct floor_message *request = &floor_state.shared->request.message;
  struct floor_message *reply = &floor_state.shared->reply.message;
  const double *array = (const double *)((const char *)floor_state.shared + FLOOR_ARRAY_OFFSET);
  const void *pointer = request->text;
  int (*function)(int) = call_back;
  int32_t first = request->a, second = request->b, count = request->count;
  uint32_t kind = request->kind;
  ffi_arg result = 0;
  double number = 0;
  switch (kind) {
    case FLOOR_ADD: call(&floor_state.add, &result, &first, &second); break;
    case FLOOR_LENGTH: call(&floor_state.length, &result, &pointer, NULL); break;
    case FLOOR_CALL_BACK: call(&floor_state.apply, &result, &function, &count); break;
    case FLOOR_SUM: number = sum(array, count); break;
    case FLOOR_SUM_ALONE: number = sum_alone(count); break;
    case FLOOR_WORK: call(&floor_state.work, &number, &count, NULL); break;
    case FLOOR_BATCH: run_batch(count); break;
    default: exit(0);
  }
  // The end of a call that called back must not look like one more of those calls.
  reply->kind = FLOOR_ADD;
  if (kind == FLOOR_SUM || kind == FLOOR_SUM_ALONE || kind == FLOOR_WORK) {
    reply->number = number;
  } else {
    reply->a = (int32_t)result;
  }
  answer();
}

int floor_serve(void *library, enum floor_strategy strategy, size_t array_byte_count) {
  size_t byte_count = FLOOR_ARRAY_OFFSET + array_byte_count;
  void *mapping = mmap(NULL, byte_count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, 3, 0);
  if (mapping == MAP_FAILED) return 1;
  floor_state.shared = mapping;
  floor_state.strategy = strategy;
  find_functions(library);
  for (;;) {
    await_request(floor_state.number);
    serve_one();
  }
}
