#ifndef AB_DEMANGLE_H
#define AB_DEMANGLE_H

/// The C++ name that `symbol` stands for, to be freed with `free`; null where it is not a mangled
/// name or refers to itself so often that it may become endless, or where the process has no C++
/// runtime.
char *_Nullable ab_demangle(const char *_Nonnull symbol);

#endif
