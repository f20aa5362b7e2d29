#ifndef AB_CATCH_H
#define AB_CATCH_H

#include <ffi.h>

/// Makes libffi's call, and ends exceptions that leave the function.
///
/// Returns 0; or 1 where the function threw: `ab_thrown_last` has what, and `result` is not written.
int ab_call_catching(ffi_cif *_Nonnull cif, void (*_Nonnull function)(void),
                     void *_Nonnull result, void *_Nullable *_Nonnull values);

/// Runs a function with its context, and ends exceptions that leave it, as `ab_call_catching` does.
/// What it had in variables of its own is lost with one: it keeps in `context` what is needed then.
int ab_run_catching(void (*_Nonnull run)(void *_Nonnull), void *_Nonnull context);

#endif
