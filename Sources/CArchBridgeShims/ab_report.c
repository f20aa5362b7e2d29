// The report that a helper leaves. It runs when anything may be damaged: no function of the C
// library that locks or allocates, and no more of the stack than it must have.
#define _GNU_SOURCE
#include "ab_report.h"

#include "ab_guarded.h"

#include <errno.h>
#include <stddef.h>
#include <ucontext.h>
#include <unistd.h>
#include <sys/syscall.h>

_Static_assert(sizeof(struct ab_report) == 208, "one layout for every architecture");
_Static_assert(offsetof(struct ab_report, registers) == 40, "one layout for every architecture");
_Static_assert(offsetof(struct ab_report, stack_address) == 192, "one layout for all");
_Static_assert(sizeof(struct ab_report_overrun) == 136, "one layout for every architecture");
_Static_assert(AB_GUARD_NAME_BYTES == 96, "as long as a report's");
_Static_assert(AB_REPORT_STACK_OFFSET + AB_REPORT_STACK_BYTES == AB_REPORT_BYTES, "to the end");

// The compiler must not keep for later what a second fault would lose.
#define AB_IN_ORDER() __asm__ volatile("" ::: "memory")

// Registers in DWARF's order. Returns the stack pointer.
static uintptr_t ab_copy_registers(uint64_t *to, const ucontext_t *context) {
  const greg_t *from = context->uc_mcontext.gregs;
#if defined(__i386__)
  static const int order[] = {REG_EAX, REG_ECX, REG_EDX, REG_EBX, REG_ESP,
                              REG_EBP, REG_ESI, REG_EDI, REG_EIP};
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) to[i] = (uint32_t)from[order[i]];
  return (uintptr_t)to[4];
#elif defined(__x86_64__)
  static const int order[] = {REG_RAX, REG_RDX, REG_RCX, REG_RBX, REG_RSI, REG_RDI,
                              REG_RBP, REG_RSP, REG_R8,  REG_R9,  REG_R10, REG_R11,
                              REG_R12, REG_R13, REG_R14, REG_R15, REG_RIP};
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) to[i] = (uint64_t)from[order[i]];
  return (uintptr_t)to[7];
#else
  (void)to;
  (void)from;
  return 0;
#endif
}

// What an access was, which a page fault's error code tells.
static uint32_t ab_access(const ucontext_t *context) {
#if defined(__i386__) || defined(__x86_64__)
  return context->uc_mcontext.gregs[REG_ERR] & 2 ? 2 : 1;
#else
  (void)context;
  return 0;
#endif
}

static void ab_report_overrun(struct ab_report_pages *pages, uintptr_t address,
                              const ucontext_t *context) {
  const struct ab_guard_entry *entry = ab_guard_find(address);
  if (entry == NULL) return;
  struct ab_report_overrun *overrun =
      (struct ab_report_overrun *)(void *)(pages->bytes + AB_REPORT_OVERRUN_OFFSET);
  overrun->access = ab_access(context);
  overrun->memory = entry->memory;
  overrun->byte_count = entry->lent_byte_count;
  overrun->argument = entry->argument;
  overrun->text = entry->text;
  overrun->is_returned = entry->state == AB_GUARD_RETURNED;
  for (size_t i = 0; i < AB_GUARD_NAME_BYTES; i++) overrun->function[i] = entry->function[i];
  overrun->function_byte_count = entry->function_byte_count;
  AB_IN_ORDER();
  overrun->mark = AB_REPORT_OVERRUN_MARK;
}

void ab_report_write(struct ab_report_pages *pages, int signal, const siginfo_t *info,
                     const void *context) {
  struct ab_report *head = &pages->head;
  head->signal = signal;
  head->process = (int32_t)syscall(SYS_getpid);
  head->thread = (int32_t)syscall(SYS_gettid);
#if defined(__i386__)
  head->machine = 3;
#elif defined(__x86_64__)
  head->machine = 62;
#endif
  if (info != NULL) {
    head->code = info->si_code;
    if (info->si_code <= 0) {
      head->sender = (int32_t)info->si_pid;
    } else {
      head->fault_address = (uint64_t)(uintptr_t)info->si_addr;
      if (signal == SIGSYS) head->sender = info->si_syscall;
    }
  }
  uintptr_t stack = ab_copy_registers(head->registers, context);
  AB_IN_ORDER();
  head->mark = AB_REPORT_MARK;
  AB_IN_ORDER();
  head->error_number = errno;
  if (signal == SIGSEGV && info != NULL && info->si_code > 0) {
    ab_report_overrun(pages, (uintptr_t)info->si_addr, context);
  }
  ab_report_write_memory(pages, stack);
}

// MARK: Memory

static uint64_t ab_hexadecimal(const char **text, const char *end) {
  uint64_t value = 0;
  for (; *text < end; (*text)++) {
    char digit = **text;
    if (digit >= '0' && digit <= '9') value = value << 4 | (uint64_t)(digit - '0');
    else if (digit >= 'a' && digit <= 'f') value = value << 4 | (uint64_t)(digit - 'a' + 10);
    else break;
  }
  return value;
}

static int ab_ends_with_vdso(const char *line, size_t byte_count) {
  static const char name[] = "[vdso]";
  const size_t length = sizeof name - 1;
  if (byte_count < length) return 0;
  for (size_t i = 0; i < length; i++) {
    if (line[byte_count - length + i] != name[i]) return 0;
  }
  return 1;
}

void ab_report_take_line(struct ab_report_pages *pages, struct ab_places *places, const char *line,
                         size_t byte_count) {
  const char *next = line;
  const char *end = line + byte_count;
  uint64_t first = ab_hexadecimal(&next, end);
  next++;
  uint64_t last = ab_hexadecimal(&next, end);
  if (end - next < 5 || last <= first) return;
  struct ab_report *head = &pages->head;
  if (places->stack_end == 0 && last > places->stack && next[1] == 'r' && next[2] == 'w') {
    uint64_t start = places->stack < first ? first : places->stack;
    if (start - places->stack <= AB_STACK_GAP) {
      places->stack_start = start;
      places->stack_end = last;
    }
  }
  if (next[3] != 'x') return;
  uint32_t used = head->maps_byte_count;
  if (used <= AB_REPORT_MAPS_BYTES && byte_count + 1 <= AB_REPORT_MAPS_BYTES - used) {
    uint8_t *text = pages->bytes + AB_REPORT_MAPS_OFFSET + used;
    for (size_t i = 0; i < byte_count; i++) text[i] = (uint8_t)line[i];
    text[byte_count] = '\n';
    AB_IN_ORDER();
    head->maps_byte_count = used + (uint32_t)byte_count + 1;
  }
  if (head->kernel_byte_count != 0 || !ab_ends_with_vdso(line, byte_count)) return;
  uint64_t length = last - first;
  if (length > AB_REPORT_KERNEL_BYTES) length = AB_REPORT_KERNEL_BYTES;
  const volatile uint8_t *code = (const volatile uint8_t *)(uintptr_t)first;
  for (uint64_t i = 0; i < length; i++) pages->bytes[AB_REPORT_KERNEL_OFFSET + i] = code[i];
  head->kernel_address = first;
  AB_IN_ORDER();
  head->kernel_byte_count = (uint32_t)length;
}

// Only one thread writes a report, and it may have little stack.
static char ab_text[4096];
static char ab_line[4608];

static void ab_read_maps(struct ab_report_pages *pages, struct ab_places *places) {
  int maps = (int)syscall(SYS_openat, -100, "/proc/self/maps", 0x80000);
  if (maps < 0) return ab_report_loaded(pages, places);
  size_t filled = 0;
  for (;;) {
    long count = syscall(SYS_read, maps, ab_text, sizeof ab_text);
    if (count <= 0) break;
    for (long i = 0; i < count; i++) {
      if (ab_text[i] == '\n') {
        ab_report_take_line(pages, places, ab_line, filled);
        filled = 0;
      } else if (filled < sizeof ab_line) {
        ab_line[filled++] = ab_text[i];
      }
    }
  }
  (void)syscall(SYS_close, maps);
}

void ab_report_write_memory(struct ab_report_pages *pages, uintptr_t stack) {
  struct ab_places places = {stack, 0, 0};
  pages->head.kernel_byte_count = 0;
  pages->head.maps_byte_count = 0;
  pages->head.stack_byte_count = 0;
  ab_read_maps(pages, &places);
  if (places.stack_end == 0) return;
  uint64_t length = places.stack_end - places.stack_start;
  if (length > AB_REPORT_STACK_BYTES) length = AB_REPORT_STACK_BYTES;
  pages->head.stack_address = places.stack_start;
  const volatile uint32_t *from = (const volatile uint32_t *)(uintptr_t)(places.stack_start & ~3ULL);
  pages->head.stack_address &= ~3ULL;
  volatile uint32_t *to = (volatile uint32_t *)(pages->bytes + AB_REPORT_STACK_OFFSET);
  for (uint32_t i = 0; i < (uint32_t)(length / 4); i++) {
    to[i] = from[i];
    // What could not be read is not there.
    if (i % 256 == 255) pages->head.stack_byte_count = 4 * (i + 1);
  }
  pages->head.stack_byte_count = (uint32_t)(length / 4) * 4;
}
