#ifndef AB_BASE64_H
#define AB_BASE64_H

#include <stddef.h>
#include <stdint.h>

/// Decodes base64 text without line breaks into `bytes`, which has room for 3 bytes for each 4
/// characters. Returns how many bytes there are, or -1 where the text is not base64.
long ab_base64_decode(const char *_Nonnull text, size_t text_byte_count, uint8_t *_Nonnull bytes);

#endif
