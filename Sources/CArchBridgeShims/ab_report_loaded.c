// What a report says of the memory where `/proc/self/maps` cannot be read: a helper that has been
// forked may be confined to the files of the process that it was forked from, and a library may have
// used up all descriptors. The loader's list may be damaged: nothing is read before the kernel has
// said that it can be.
#define _GNU_SOURCE
#include "ab_report.h"

#include <elf.h>
#include <errno.h>
#include <link.h>
#include <sys/auxv.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { AB_PAGE = 4096, AB_LIBRARY_LIMIT = 1024, AB_HEADER_LIMIT = 64, AB_NAME_LIMIT = 4096 };

// The kernel reads a set of signals before it finds that it is asked for nothing.
static int ab_is_readable_page(uintptr_t address) {
  const int error = errno;
  const void *set = (const void *)(address & ~(uintptr_t)(AB_PAGE - 1));
  const long result = syscall(SYS_rt_sigprocmask, -1, set, NULL, 8);
  const int is_readable = result == 0 || errno != EFAULT;
  errno = error;
  return is_readable;
}

static int ab_is_readable(uintptr_t address, size_t byte_count) {
  if (address == 0 || address > UINTPTR_MAX - byte_count - AB_PAGE) return 0;
  const uintptr_t end = address + byte_count;
  for (uintptr_t page = address & ~(uintptr_t)(AB_PAGE - 1); page < end; page += AB_PAGE) {
    if (!ab_is_readable_page(page)) return 0;
  }
  return 1;
}

// How long a text is; -1 where it cannot be read, or is too long.
static long ab_text_length(uintptr_t text) {
  for (long i = 0; i < AB_NAME_LIMIT; i++) {
    const uintptr_t at = text + (uintptr_t)i;
    if ((i == 0 || at % AB_PAGE == 0) && !ab_is_readable(at, 1)) return -1;
    if (*(const volatile char *)at == 0) return i;
  }
  return -1;
}

static char *ab_put_hexadecimal(char *to, uint64_t value) {
  static const char digits[] = "0123456789abcdef";
  int shift = 60;
  while (shift > 0 && value >> shift == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) *to++ = digits[value >> shift & 15];
  return to;
}

static char *ab_put(char *to, const volatile char *text, size_t byte_count) {
  for (size_t i = 0; i < byte_count; i++) to[i] = text[i];
  return to + byte_count;
}

// Only one thread writes a report, and it may have little stack.
static char ab_line[AB_NAME_LIMIT + 128];

static void ab_take_code(struct ab_report_pages *pages, struct ab_places *places, uint64_t start,
                         uint64_t end, uint64_t offset, const volatile char *name,
                         size_t name_byte_count) {
  static const char executable[] = " r-xp ", nothing[] = " 00:00 0 ";
  char *next = ab_put_hexadecimal(ab_line, start);
  *next++ = '-';
  next = ab_put_hexadecimal(next, end);
  next = ab_put(next, executable, sizeof executable - 1);
  next = ab_put_hexadecimal(next, offset);
  next = ab_put(next, nothing, sizeof nothing - 1);
  next = ab_put(next, name, name_byte_count);
  ab_report_take_line(pages, places, ab_line, (size_t)(next - ab_line));
}

// The executable segments of a file that is loaded at `base`.
static void ab_take_file(struct ab_report_pages *pages, struct ab_places *places, uintptr_t base,
                         const volatile char *name, size_t name_byte_count) {
  if (!ab_is_readable(base, sizeof(ElfW(Ehdr)))) return;
  const volatile ElfW(Ehdr) *file = (const volatile ElfW(Ehdr) *)base;
  if (file->e_ident[0] != 0x7f || file->e_ident[1] != 'E' ||
      file->e_phentsize != sizeof(ElfW(Phdr))) {
    return;
  }
  size_t count = file->e_phnum;
  if (count > AB_HEADER_LIMIT) count = AB_HEADER_LIMIT;
  const uintptr_t headers = base + (uintptr_t)file->e_phoff;
  if (headers % sizeof(ElfW(Word)) != 0 || !ab_is_readable(headers, count * sizeof(ElfW(Phdr)))) {
    return;
  }
  const uint64_t mask = AB_PAGE - 1;
  for (size_t i = 0; i < count; i++) {
    const volatile ElfW(Phdr) *segment = (const volatile ElfW(Phdr) *)headers + i;
    if (segment->p_type != PT_LOAD || (segment->p_flags & PF_X) == 0) continue;
    const uint64_t start = (uint64_t)base + segment->p_vaddr;
    const uint64_t end = start + segment->p_memsz;
    ab_take_code(pages, places, start & ~mask, (end + mask) & ~mask, segment->p_offset & ~mask, name,
                 name_byte_count);
  }
}

static void ab_take_kernel(struct ab_report_pages *pages, struct ab_places *places, uintptr_t base) {
  static const char name[] = "[vdso]";
  uintptr_t end = base;
  while (end - base < AB_REPORT_KERNEL_BYTES && ab_is_readable(end, 1)) end += AB_PAGE;
  if (end > base) ab_take_code(pages, places, base, end, 0, name, sizeof name - 1);
}

// The helper itself has no name there: where its program is a file without one, it is given one.
static void ab_take_program(struct ab_report_pages *pages, struct ab_places *places,
                            uintptr_t base) {
  static const char image[] = "/memfd:archbridge-helper", descriptor[] = "/proc/self/fd/";
  const uintptr_t path = (uintptr_t)getauxval(AT_EXECFN);
  const long byte_count = ab_text_length(path);
  if (byte_count <= 0) return;
  const volatile char *name = (const volatile char *)path;
  size_t same = 0;
  while (same < sizeof descriptor - 1 && name[same] == descriptor[same]) same++;
  if (same == sizeof descriptor - 1) {
    ab_take_file(pages, places, base, image, sizeof image - 1);
  } else {
    ab_take_file(pages, places, base, name, (size_t)byte_count);
  }
}

static void ab_find_stack(struct ab_places *places) {
  uintptr_t start = places->stack & ~(uintptr_t)(AB_PAGE - 1);
  while (!ab_is_readable(start, 1)) {
    start += AB_PAGE;
    if (start < AB_PAGE || start - places->stack > AB_STACK_GAP) return;
  }
  uintptr_t end = start;
  while (end - start < AB_REPORT_STACK_BYTES + AB_PAGE && ab_is_readable(end, 1)) end += AB_PAGE;
  places->stack_start = start < places->stack ? places->stack : start;
  places->stack_end = end;
}

void ab_report_loaded(struct ab_report_pages *pages, struct ab_places *places) {
  const uintptr_t kernel = (uintptr_t)getauxval(AT_SYSINFO_EHDR);
  uintptr_t next = (uintptr_t)_r_debug.r_map;
  for (int i = 0; i < AB_LIBRARY_LIMIT && ab_is_readable(next, sizeof(struct link_map)); i++) {
    const volatile struct link_map *library = (const volatile struct link_map *)next;
    next = (uintptr_t)library->l_next;
    const uintptr_t base = (uintptr_t)library->l_addr;
    if (base == kernel) continue;
    if (i == 0) {
      ab_take_program(pages, places, base);
      continue;
    }
    const uintptr_t name = (uintptr_t)library->l_name;
    const long byte_count = ab_text_length(name);
    if (byte_count <= 0) continue;
    ab_take_file(pages, places, base, (const volatile char *)name, (size_t)byte_count);
  }
  ab_take_kernel(pages, places, kernel);
  ab_find_stack(places);
}
