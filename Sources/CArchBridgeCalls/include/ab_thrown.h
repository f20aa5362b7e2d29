#ifndef AB_THROWN_H
#define AB_THROWN_H

#include <stddef.h>
#include <stdint.h>

enum { AB_THROWN_TYPE_BYTES = 1024, AB_THROWN_TEXT_BYTES = 4096 };

/// What a function threw.
struct ab_thrown {
  /// The mangled name of its type in C++, at most `AB_THROWN_TYPE_BYTES`; none where it is another
  /// language's.
  const uint8_t *_Nullable type;
  uint32_t type_byte_count;
  /// What it says, at most `AB_THROWN_TEXT_BYTES`: `what()`, or a number or text that was thrown
  /// itself; null where it says nothing.
  const uint8_t *_Nullable text;
  uint32_t text_byte_count;
  /// How many calls of a batch had returned; -1 where it was no batch.
  int32_t call_count;
  /// Whether it is an error of a server's own, of which `type` is the name; else an exception.
  uint32_t is_server_error;
  /// Whether it says that the request was wrong, and not what became of it.
  uint32_t is_wrong_request;
};

/// Keeps an error of a server's own as what was thrown last, as far as there is room.
void ab_thrown_keep(const uint8_t *_Nonnull name, size_t name_byte_count,
                    const uint8_t *_Nonnull message, size_t message_byte_count,
                    uint32_t is_wrong_request);

/// What was thrown last on this thread, which keeps it until the next.
struct ab_thrown *_Nonnull ab_thrown_last(void);

#endif
