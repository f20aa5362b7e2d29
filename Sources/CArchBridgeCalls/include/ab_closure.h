#ifndef AB_CLOSURE_H
#define AB_CLOSURE_H

#include <stdint.h>

#include "ab_call.h"

/// What a closure's code calls: `arguments` are slots as `ab_call` has them; the result goes to
/// `result`, a number as 8 bytes, a value of many bytes as such. It may run on any thread. Where
/// `is_asked` is not 0 the controller has been asked on this thread, and something else than its
/// answer has come.
typedef void (*ab_closure_handler)(void *_Nonnull context, uint32_t identifier,
                                   const uint64_t *_Nonnull arguments, uint8_t *_Nonnull result,
                                   int is_asked);

/// A function that C code can call.
typedef struct ab_closure ab_closure;

/// Makes a function with these types, which hands its calls to `handler` with `context` and
/// `identifier`. One that `is_numbers`, no text or value of many bytes among them, asks the
/// controller itself on a thread that has a way to it. Returns null where libffi cannot, or there is
/// no memory.
ab_closure *_Nullable ab_closure_make(uint32_t convention, ab_type result_type,
                                      uint32_t argument_count,
                                      const ab_type *_Nonnull argument_types, int is_numbers,
                                      ab_closure_handler _Nonnull handler,
                                      void *_Nonnull context, uint32_t identifier);

/// Where the function is called.
uintptr_t ab_closure_address(const ab_closure *_Nonnull closure);

/// Gives a function's memory back once no thread is in it; nobody may call it from now on.
void ab_closure_free(ab_closure *_Nonnull closure);

#endif
