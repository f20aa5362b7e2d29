import ArchBridge

/// What is in the `numbers` library.
private let declarations = """
  int8_t through_int8(int8_t (*function)(int8_t), int8_t value);
  uint8_t through_uint8(uint8_t (*function)(uint8_t), uint8_t value);
  int16_t through_int16(int16_t (*function)(int16_t), int16_t value);
  uint16_t through_uint16(uint16_t (*function)(uint16_t), uint16_t value);
  int32_t through_int32(int32_t (*function)(int32_t), int32_t value);
  uint32_t through_uint32(uint32_t (*function)(uint32_t), uint32_t value);
  int64_t through_int64(int64_t (*function)(int64_t), int64_t value);
  uint64_t through_uint64(uint64_t (*function)(uint64_t), uint64_t value);
  float through_float(float (*function)(float), float value);
  double through_double(double (*function)(double), double value);
  _Bool through_bool(_Bool (*function)(_Bool), _Bool value);
  void *through_pointer(void *(*function)(void *), void *value);
  int with_none(int (*function)(void));
  int with_four(int (*function)(int, int, int, int));
  long long with_nine(
    long long (*function)(char, short, int, long long, unsigned, _Bool, void *, double, float));
  void without_result(void (*function)(int), int count);
  int sum_of(int (*function)(int), int count);
  int called_in_child(int (*function)(int), int value);
  void keep(int (*function)(int));
  int call_kept(int value);
  """

/// Loads the `numbers` library for the length of a scope.
func withNumbers(
  _ architecture: Architecture = .i386, configuration: LibraryClient.Configuration = .init(),
  _ body: (LibraryClient) throws -> Void
) throws {
  try withFixture("numbers", architecture, configuration: configuration) { lib in
    try lib.declare(declarations)
    try body(lib)
  }
}
