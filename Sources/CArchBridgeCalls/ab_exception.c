#define _GNU_SOURCE
#include "ab_exception.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "ab_memory.h"
#include "ab_thrown.h"

// What is read here is laid down by the Itanium C++ ABI, which GCC's and LLVM's runtimes share. All
// of it is the library's own, and no better than the library: what it leads to in vain ends the
// process as the library's own code would.

struct ab_type_info {
  const struct ab_type_info *const *table;
  const char *name;
};

// A class with one base, which is public and at its beginning.
struct ab_single_type_info {
  struct ab_type_info type;
  const struct ab_type_info *base;
};

struct ab_base_info {
  const struct ab_type_info *type;
  // How far it is, times 256, and flags.
  intptr_t offset_flags;
};

// A class with other bases.
struct ab_multiple_type_info {
  struct ab_type_info type;
  uint32_t flags;
  uint32_t base_count;
  struct ab_base_info bases[];
};

struct ab_pointer_type_info {
  struct ab_type_info type;
  uint32_t flags;
  const struct ab_type_info *target;
};

enum { AB_BASE_IS_VIRTUAL = 1, AB_BASE_IS_PUBLIC = 2, AB_BASE_SHIFT = 8 };
// How many classes are looked through for one base.
enum { AB_BASE_LIMIT = 256 };
enum { AB_FOREIGN_EXCEPTION_CAUGHT = 1 };

static _Thread_local struct ab_thrown ab_last;
static _Thread_local uint8_t ab_last_type[AB_THROWN_TYPE_BYTES];
static _Thread_local uint8_t ab_last_text[AB_THROWN_TEXT_BYTES];

struct ab_thrown *ab_thrown_last(void) { return &ab_last; }

// The word so far before an exception in which C++ keeps its type, or the exception that this one
// throws once more.
enum { AB_TYPE_OFFSET = sizeof(void *) == 8 ? 80 : 48 };

static void *ab_word_before(const void *place, ptrdiff_t offset) {
  void *word;
  memcpy(&word, (const char *)place - offset, sizeof word);
  return word;
}

static const char *ab_name(const struct ab_type_info *type) {
  // A star says that the type is its file's own.
  return type->name[0] == '*' ? type->name + 1 : type->name;
}

// What kind of type it is: the name of the class that describes it.
static int ab_is_kind(const struct ab_type_info *type, const char *kind) {
  return strcmp(ab_name(type->table[-1]), kind) == 0;
}

// The `std::exception` within an object; null where it is none.
static void *ab_standard_exception(const struct ab_type_info *type, void *object, int *left) {
  if (--*left < 0) return NULL;
  if (strcmp(ab_name(type), "St9exception") == 0) return object;
  if (ab_is_kind(type, "N10__cxxabiv120__si_class_type_infoE")) {
    return ab_standard_exception(((const struct ab_single_type_info *)type)->base, object, left);
  }
  if (!ab_is_kind(type, "N10__cxxabiv121__vmi_class_type_infoE")) return NULL;
  const struct ab_multiple_type_info *class = (const struct ab_multiple_type_info *)type;
  for (uint32_t i = 0; i < class->base_count; i++) {
    const intptr_t flags = class->bases[i].offset_flags;
    if ((flags & AB_BASE_IS_PUBLIC) == 0) continue;
    ptrdiff_t offset = flags >> AB_BASE_SHIFT;
    // Where a virtual base is, the object's own table says.
    if ((flags & AB_BASE_IS_VIRTUAL) != 0) {
      const char *table = ab_word_before(object, 0);
      memcpy(&offset, table + offset, sizeof offset);
    }
    void *found = ab_standard_exception(class->bases[i].type, (char *)object + offset, left);
    if (found != NULL) return found;
  }
  return NULL;
}

static void ab_keep_bytes(const char *text, size_t byte_count) {
  ab_last.text = ab_last_text;
  ab_last.text_byte_count =
      byte_count < AB_THROWN_TEXT_BYTES ? (uint32_t)byte_count : AB_THROWN_TEXT_BYTES;
  memcpy(ab_last_text, text, ab_last.text_byte_count);
}

static void ab_keep_text(const char *text) {
  if (text == NULL) return;
  const long count = ab_memory_text_byte_count((uintptr_t)text, AB_THROWN_TEXT_BYTES, 1);
  if (count >= 0) ab_keep_bytes(text, (size_t)count);
}

static void ab_keep_what(void *exception) {
  typedef const char *ab_what(const void *);
  // After the two destructors.
  void *const *table = ab_word_before(exception, 0);
  ab_what *what;
  memcpy(&what, &table[2], sizeof what);
  ab_keep_text(what(exception));
}

// The bytes of an integer, extended by its sign.
static int64_t ab_integer(const void *object, size_t byte_count, int is_signed) {
  uint64_t bits = 0;
  memcpy(&bits, object, byte_count);
  const unsigned unused = 64 - 8 * (unsigned)byte_count;
  return is_signed ? (int64_t)(bits << unused) >> unused : (int64_t)bits;
}

// A number, where this is the name of a type of one.
static void ab_keep_number(const char *name, const void *object) {
  char text[64] = "";
  double real;
  float single;
  if (name[0] == 0 || name[1] != 0) return;
  const char *const integers = "cashtijlmxy";
  static const uint8_t byte_counts[] = {1, 1, 2, 1, 2, 4, 4, sizeof(long), sizeof(long), 8, 8};
  const char *place = strchr(integers, name[0]);
  if (place != NULL) {
    const int is_signed = strchr("casilx", name[0]) != NULL;
    const int64_t value = ab_integer(object, byte_counts[place - integers], is_signed);
    (void)snprintf(text, sizeof text, is_signed ? "%lld" : "%llu", (long long)value);
  } else if (name[0] == 'b') {
    (void)snprintf(text, sizeof text, "%s", *(const uint8_t *)object != 0 ? "true" : "false");
  } else if (name[0] == 'd') {
    memcpy(&real, object, sizeof real);
    (void)snprintf(text, sizeof text, "%.17g", real);
  } else if (name[0] == 'f') {
    memcpy(&single, object, sizeof single);
    (void)snprintf(text, sizeof text, "%.9g", (double)single);
  } else {
    return;
  }
  ab_keep_bytes(text, strlen(text));
}

static void ab_keep_object(const struct ab_type_info *type, void *object) {
  const char *name = ab_name(type);
  int left = AB_BASE_LIMIT;
  void *exception = ab_standard_exception(type, object, &left);
  if (exception != NULL) return ab_keep_what(exception);
  if (strcmp(name, "PKc") == 0 || strcmp(name, "Pc") == 0) {
    return ab_keep_text(ab_word_before(object, 0));
  }
  if (strcmp(name, "NSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE") == 0) {
    const size_t byte_count = (size_t)ab_word_before((void **)object + 1, 0);
    return ab_keep_bytes(ab_word_before(object, 0), byte_count);
  }
  if (ab_is_kind(type, "N10__cxxabiv119__pointer_type_infoE")) {
    void *target = ab_word_before(object, 0);
    if (target == NULL) return;
    exception = ab_standard_exception(
        ((const struct ab_pointer_type_info *)type)->target, target, &left);
    if (exception != NULL) ab_keep_what(exception);
    return;
  }
  ab_keep_number(name, object);
}

// Keeps what an exception of C++ says. The first seven letters name a runtime; the last tells
// whether it throws an exception once more that lies elsewhere.
static void ab_keep(struct ab_exception *exception) {
  const uint64_t gnu = 0x474e5543432b2b00, llvm = 0x434c4e47432b2b00;
  const uint64_t runtime = exception->language & ~UINT64_C(0xff);
  if (runtime != gnu && runtime != llvm) return;
  void *object = exception + 1;
  if ((exception->language & 0xff) != 0) {
    // LLVM has it at another place.
    const ptrdiff_t offset =
        runtime == gnu ? AB_TYPE_OFFSET : sizeof(void *) == 8 ? AB_TYPE_OFFSET + 8 : 4;
    object = ab_word_before(exception, offset);
  }
  const struct ab_type_info *type =
      ab_word_before((struct ab_exception *)object - 1, AB_TYPE_OFFSET);
  const char *name = ab_name(type);
  const size_t byte_count = strnlen(name, AB_THROWN_TYPE_BYTES);
  memcpy(ab_last_type, name, byte_count);
  ab_last.type = ab_last_type;
  ab_last.type_byte_count = (uint32_t)byte_count;
  ab_keep_object(type, object);
}

// A function of the runtime that an exception is of, as far as that can be reached.
static void *ab_of_runtime(void *library, const Dl_info *runtime, const char *name) {
  Dl_info info;
  void *function = dlsym(library, name);
  if (function == NULL || dladdr(function, &info) == 0) return NULL;
  return info.dli_fbase == runtime->dli_fbase ? function : NULL;
}

void ab_thrown_keep(const uint8_t *name, size_t name_byte_count, const uint8_t *message,
                    size_t message_byte_count, uint32_t is_wrong_request) {
  ab_last = (struct ab_thrown){
      .call_count = -1, .is_server_error = 1, .is_wrong_request = is_wrong_request};
  ab_last.type_byte_count =
      name_byte_count < AB_THROWN_TYPE_BYTES ? (uint32_t)name_byte_count : AB_THROWN_TYPE_BYTES;
  memcpy(ab_last_type, name, ab_last.type_byte_count);
  ab_last.type = ab_last_type;
  ab_keep_bytes((const char *)message, message_byte_count);
}

// Catches and ends an exception of C++ with the runtime that threw it. Returns 0 where it keeps its
// functions to itself.
static int ab_catch_and_end(struct ab_exception *exception) {
  typedef void *ab_begin(void *);
  typedef void ab_end(void);
  Dl_info runtime;
  if (dladdr((void *)(uintptr_t)exception->clean_up, &runtime) == 0 || runtime.dli_fname == NULL) {
    return 0;
  }
  void *library = dlopen(runtime.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
  if (library == NULL) return 0;
  void *begin = ab_of_runtime(library, &runtime, "__cxa_begin_catch");
  void *end = ab_of_runtime(library, &runtime, "__cxa_end_catch");
  if (begin != NULL && end != NULL) {
    (void)((ab_begin *)(uintptr_t)begin)(exception);
    ((ab_end *)(uintptr_t)end)();
  }
  (void)dlclose(library);
  return begin != NULL && end != NULL;
}

void ab_exception_end(struct ab_exception *exception) {
  ab_last = (struct ab_thrown){.call_count = -1};
  ab_keep(exception);
  const int is_cxx = ab_last.type_byte_count > 0;
  if (exception->clean_up == NULL || (is_cxx && ab_catch_and_end(exception))) return;
  exception->clean_up(AB_FOREIGN_EXCEPTION_CAUGHT, exception);
}
