#include "ab_base64.h"

static int ab_sextet(unsigned char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

long ab_base64_decode(const char *text, size_t text_byte_count, uint8_t *bytes) {
  signed char values[256];
  for (int c = 0; c < 256; c++) values[c] = (signed char)ab_sextet((unsigned char)c);
  if (text_byte_count % 4 != 0) return -1;
  const unsigned char *in = (const unsigned char *)text;
  uint8_t *out = bytes;
  for (size_t i = 0; i < text_byte_count; i += 4) {
    int padding = 0;
    if (i + 4 == text_byte_count) padding = (in[i + 3] == '=') + (in[i + 2] == '=');
    int a = values[in[i]], b = values[in[i + 1]];
    int c = padding == 2 ? 0 : values[in[i + 2]];
    int d = padding >= 1 ? 0 : values[in[i + 3]];
    if ((a | b | c | d) < 0) return -1;
    uint32_t group = (uint32_t)a << 18 | (uint32_t)b << 12 | (uint32_t)c << 6 | (uint32_t)d;
    *out++ = (uint8_t)(group >> 16);
    if (padding < 2) *out++ = (uint8_t)(group >> 8);
    if (padding < 1) *out++ = (uint8_t)group;
  }
  return out - bytes;
}
