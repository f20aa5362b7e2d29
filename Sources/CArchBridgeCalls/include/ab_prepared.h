#ifndef AB_PREPARED_H
#define AB_PREPARED_H

#include <stdint.h>

#include "ab_call.h"

/// A function that is ready to be called any number of times. Its types are numbers and pointers.
typedef struct ab_prepared {
  /// How many arguments it has.
  uint32_t argument_count;
  /// How many bytes a text can have that it returns.
  uint32_t text_limit;
  /// How many bytes a character of that text has; 0 where it returns no text.
  uint8_t text_unit;
  /// The result's type, as `ab_type` numbers it.
  uint8_t result_code;
  /// libffi's view of it.
  const struct ab_prepared_call *_Nonnull call;
} ab_prepared;

/// The prepared functions of a server, by their numbers. They stay until the table goes, so that
/// any thread can call one while another thread adds one.
typedef struct ab_prepared_table ab_prepared_table;

enum { AB_PREPARED_LIMIT = 65536 };

/// Makes an empty table; null where there is no memory.
ab_prepared_table *_Nullable ab_prepared_table_make(void);

/// Gives the table's memory back.
void ab_prepared_table_free(ab_prepared_table *_Nonnull table);

/// Adds the function at `address`. Returns its number, -1 where libffi cannot make such a call, or -2
/// where the table is full. One thread adds at a time.
int64_t ab_prepared_add(ab_prepared_table *_Nonnull table, uintptr_t address, uint32_t convention,
                        ab_type result_type, uint32_t argument_count, const ab_type *_Nonnull argument_types,
                        uint8_t text_unit, uint32_t text_limit);

/// Carries out a function of a server's own with numbers that nobody may change meanwhile, and puts its
/// result into `bits`. Returns 0, or `AB_THREW` after `ab_thrown_keep`.
typedef int ab_serve(void *_Nonnull context, uint64_t *_Nonnull slots, uint64_t *_Nonnull bits);

/// Adds a function of a server's own. `context` outlives the table. Returns as `ab_prepared_add`.
int64_t ab_prepared_add_served(ab_prepared_table *_Nonnull table, ab_serve *_Nonnull serve,
                               void *_Nonnull context, ab_type result_type,
                               uint32_t argument_count);

/// The function of this number; null where there is none.
const ab_prepared *_Nullable ab_prepared_find(const ab_prepared_table *_Nonnull table,
                                              uint32_t number);

/// Calls a function with slots of 8 bytes, which nobody may change meanwhile. Its result goes to
/// `bits` as `ab_call` puts it there. `error_number` is what `errno` is before the call, and then what
/// it is after. Returns 0, or `AB_THREW`.
int ab_prepared_invoke(const ab_prepared *_Nonnull prepared, uint64_t *_Nonnull slots,
                       uint64_t *_Nonnull bits, int *_Nonnull error_number);

/// Calls a function as `ab_prepared_invoke` does, without ending exceptions: whoever calls has
/// `ab_run_catching` around it. Errors of a server's own are returned.
int ab_prepared_invoke_uncaught(const ab_prepared *_Nonnull prepared, uint64_t *_Nonnull slots,
                                uint64_t *_Nonnull bits, int *_Nonnull error_number);

/// The function that an envelope calls whose `byte_count` bytes these are, if it is an `invoke` of the
/// main lane in this version that brings back no text; null for any other. The bytes are aligned to 8.
const ab_prepared *_Nullable ab_prepared_find_short(const ab_prepared_table *_Nonnull table,
                                                    const uint8_t *_Nonnull envelope,
                                                    uint32_t byte_count, uint16_t version);

/// Carries out an envelope that `ab_prepared_find_short` found the function of, and makes it the
/// `result`. Returns how many bytes that has; 0 where the function has thrown, and only the envelope's
/// header is as it was.
uint32_t ab_prepared_answer(const ab_prepared *_Nonnull prepared, uint8_t *_Nonnull envelope,
                            int *_Nonnull error_number);

#endif
