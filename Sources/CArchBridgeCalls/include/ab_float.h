#ifndef AB_FLOAT_H
#define AB_FLOAT_H

/// Gives this thread the floating-point environment that C begins with, where a library has changed
/// it: to nearest, 64 bits of precision on the x87, no exception taken. Cheap where nothing has
/// changed, and called while nobody waits.
void ab_float_restore(void);

#endif
