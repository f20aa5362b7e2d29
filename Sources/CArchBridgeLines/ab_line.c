#include "ab_line.h"

#include <editline/readline.h>
#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

// What the thread that reads is doing, for the signal's handler.
enum state { AB_IDLE, AB_READING, AB_COMPLETING };
static volatile sig_atomic_t state;

static ab_line_completer completer;
static char *completion_line;
static size_t completion_start;
static size_t completion_index;

static char *next_completion(const char *text, int state) {
  (void)text;
  if (state == 0) completion_index = 0;
  return completer(completion_line, completion_start, completion_index++);
}

static char **complete(const char *text, int start, int end) {
  rl_attempted_completion_over = 1;
  state = AB_COMPLETING;
  // What stands behind the cursor is no part of the word.
  completion_line = strndup(rl_line_buffer, (size_t)end);
  completion_start = (size_t)start;
  char **matches =
      completion_line == NULL ? NULL : rl_completion_matches(text, next_completion);
  free(completion_line);
  state = AB_READING;
  return matches;
}

static sigjmp_buf interrupted;
static pthread_t reader;
static volatile sig_atomic_t interrupt_events = -1;

// The signal may come to any thread; only the one that reads can leave its reading, and not out of
// the middle of a completion.
static void interrupt(int signal) {
  if (state == AB_COMPLETING) return;
  if (state == AB_IDLE) {
    const int error = errno;
    if (interrupt_events >= 0) (void)eventfd_write(interrupt_events, 1);
    errno = error;
  } else if (!pthread_equal(pthread_self(), reader)) {
    pthread_kill(reader, signal);
  } else {
    state = AB_IDLE;
    siglongjmp(interrupted, 1);
  }
}

void ab_line_start(const char *separators, ab_line_completer new_completer) {
  // What is typed is UTF-8 wherever the machine knows it; numbers keep C's form.
  if (setlocale(LC_CTYPE, "") == NULL || strcmp(setlocale(LC_CTYPE, NULL), "C") == 0) {
    setlocale(LC_CTYPE, "C.UTF-8");
  }
  completer = new_completer;
  rl_readline_name = "archbridge";
  rl_catch_signals = 0;
  rl_initialize();
  using_history();
  rl_basic_word_break_characters = separators;
  rl_completion_append_character = 0;
  rl_attempted_completion_function = complete;
  struct sigaction action = {.sa_handler = interrupt, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
}

int ab_line_interrupts(void) {
  if (interrupt_events < 0) interrupt_events = eventfd(0, EFD_CLOEXEC);
  return interrupt_events;
}

char *ab_line_read(const char *prompt, int *was_interrupted) {
  char *volatile line = NULL;
  reader = pthread_self();
  *was_interrupted = 0;
  if (sigsetjmp(interrupted, 1) == 0) {
    state = AB_READING;
    // Before the prompt, or a Ctrl-D that follows it at once is the terminal's and lost.
    rl_prep_terminal(1);
    line = readline(prompt);
    state = AB_IDLE;
  } else {
    rl_deprep_terminal();
    *was_interrupted = 1;
    (void)!write(STDOUT_FILENO, "\n", 1);
    line = strdup("");
  }
  return line;
}

void ab_line_history_read(const char *path, int limit) {
  stifle_history(limit);
  read_history(path);
}

void ab_line_history_add(const char *line) { add_history(line); }

int ab_line_history_write(const char *path) { return write_history(path); }
