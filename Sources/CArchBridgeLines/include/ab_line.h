// Lines that are typed at a terminal, through libedit.
#ifndef AB_LINE_H
#define AB_LINE_H

#include <stddef.h>

// What the text of `line` from `start` on may become, by number; malloc'ed, null past the last.
// `line` ends at the cursor.
typedef char *_Nullable (*ab_line_completer)(const char *_Nonnull line, size_t start, size_t index);

// Prepares for the terminal, and takes Ctrl-C over. A word to be completed ends at any of
// `separators`, which stay in use.
void ab_line_start(const char *_Nonnull separators, ab_line_completer _Nonnull completer);

// A descriptor from which a number of 8 bytes can be read once Ctrl-C has come while no line was
// being read; negative where the system has none left.
int ab_line_interrupts(void);

// Reads a line; malloc'ed, and null at the end of input. Where Ctrl-C dropped it, it is empty and
// `*was_interrupted` 1.
char *_Nullable ab_line_read(const char *_Nonnull prompt, int *_Nonnull was_interrupted);

// The lines that can be called back: read from a file, added to, and written to a file.
void ab_line_history_read(const char *_Nonnull path, int limit);
void ab_line_history_add(const char *_Nonnull line);
int ab_line_history_write(const char *_Nonnull path);

#endif
