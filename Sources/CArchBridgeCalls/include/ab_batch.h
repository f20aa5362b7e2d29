#ifndef AB_BATCH_H
#define AB_BATCH_H

#include <stdint.h>

#include "ab_prepared.h"

/// How many calls a `batch` makes whose body this is, aligned to 8 bytes; -1 where it is none, or
/// calls what is not prepared, or what returns a text.
int64_t ab_batch_count(const ab_prepared_table *_Nonnull table, const uint8_t *_Nonnull body,
                       uint32_t byte_count);

/// Makes the calls of a body that `ab_batch_count` has counted, in order, until one returns what
/// keeps the next from being made. Returns how many were made, whose results are in `results`; -1 where
/// one has thrown: `ab_thrown_last` says which.
///
/// `error_number` is as for `ab_call`. `progress` is two words: `sequence`, and how many calls have
/// returned meanwhile.
int64_t ab_batch_run(const ab_prepared_table *_Nonnull table, uint8_t *_Nonnull body,
                     uint64_t *_Nonnull results, int *_Nonnull error_number,
                     volatile uint32_t *_Nonnull progress, uint32_t sequence);

/// Carries out an envelope that is a `batch` of the main lane in this version, and puts the `results`
/// into `reply`. Returns how many bytes that has; 0 where it is another envelope, or there is no room;
/// `UINT32_MAX` where a call has thrown.
/// `begin` is called with `context` before the first call is made. The bytes are aligned to 8.
uint32_t ab_batch_answer(const ab_prepared_table *_Nonnull table, uint8_t *_Nonnull envelope,
                         uint32_t byte_count, uint16_t version, uint8_t *_Nonnull reply,
                         uint32_t reply_capacity, int *_Nonnull error_number,
                         volatile uint32_t *_Nonnull progress, void (*_Nonnull begin)(void *_Nonnull),
                         void *_Nonnull context);

#endif
