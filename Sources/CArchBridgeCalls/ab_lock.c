#include "ab_lock.h"

#include <pthread.h>
#include <stdlib.h>

struct ab_lock {
  pthread_mutex_t mutex;
  pthread_cond_t condition;
};

ab_lock *ab_lock_make(void) {
  ab_lock *lock = malloc(sizeof *lock);
  if (lock == NULL) return NULL;
  pthread_mutex_init(&lock->mutex, NULL);
  pthread_cond_init(&lock->condition, NULL);
  return lock;
}

void ab_lock_acquire(ab_lock *lock) { pthread_mutex_lock(&lock->mutex); }

void ab_lock_release(ab_lock *lock) { pthread_mutex_unlock(&lock->mutex); }

void ab_lock_wait(ab_lock *lock) { pthread_cond_wait(&lock->condition, &lock->mutex); }

void ab_lock_notify(ab_lock *lock) { pthread_cond_broadcast(&lock->condition); }

void ab_lock_free(ab_lock *lock) {
  pthread_cond_destroy(&lock->condition);
  pthread_mutex_destroy(&lock->mutex);
  free(lock);
}

uint32_t ab_thread_number(void) {
  static _Atomic uint32_t count;
  static _Thread_local uint32_t number;
  if (number == 0) number = ++count;
  return number;
}
