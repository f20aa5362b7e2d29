#include <stddef.h>
#include <stdint.h>

/// The package manager calls a program's `main` so; libFuzzer's own would not be found.
int fuzz_main(int argc, char **argv);
