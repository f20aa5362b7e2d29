// What Embedded Swift expects of a platform; the helper's build alone compiles it.
#ifdef ARCHBRIDGE_HELPER

#include <stddef.h>
#include <sys/random.h>

void arc4random_buf(void *bytes, size_t byte_count);

void arc4random_buf(void *bytes, size_t byte_count) {
  unsigned char *next = bytes;
  while (byte_count > 0) {
    ssize_t count = getrandom(next, byte_count, 0);
    if (count <= 0) continue;
    next += count;
    byte_count -= (size_t)count;
  }
}

#else
typedef int ab_translation_unit_is_not_empty;
#endif
