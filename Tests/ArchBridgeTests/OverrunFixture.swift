import ArchBridge
import Testing

/// The library that uses memory beyond its ends, guarded.
struct OverrunFixture {
  static let declarations = """
    int poke(void *buffer, int offset, int value);
    int poke_two(char *first, char *second, int offset);
    int peek(const void *buffer, int offset);
    int fill(char *buffer, int count);
    void label(char *text, int capacity);
    int append(char *text, char letter);
    double sum(const double *values, int count);
    int lengths(const char *const *names, int count);
    int poke_name(char **names, int index, int offset);
    int poke_names(char **names, int offset);
    struct reading { int id; double values[6]; };
    int poke_reading(struct reading *reading, int offset);
    struct reading read_all(int id);
    struct reading read_some(int id);
    void keep(char *buffer);
    int poke_kept(int offset, int value);
    int add(int a, int b);
    int poke_after(char *buffer, int offset, int (*before)(int));
    int correct(char *text, int capacity, double *values, int count, const char *format);
    """

  static func configuration(
    _ channel: LibraryClient.Configuration.ChannelKind = .sharedMemory
  ) -> LibraryClient.Configuration {
    .init(output: OutputCapture().destination, channel: channel, guardsBuffers: true)
  }

  /// Runs a guarded session.
  static func use<Value>(
    _ architecture: Architecture = .i386,
    over channel: LibraryClient.Configuration.ChannelKind = .sharedMemory,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("overruns", architecture, configuration: configuration(channel)) { lib in
      try lib.declare(declarations)
      return try body(lib)
    }
  }

  /// Expects that a session ends by a use of memory that is described so.
  static func expectEnd(
    _ text: String, _ architecture: Architecture = .i386,
    over channel: LibraryClient.Configuration.ChannelKind = .sharedMemory,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (LibraryClient) throws -> Void
  ) {
    let error = thrown(sourceLocation: sourceLocation) {
      try use(architecture, over: channel, body)
    }
    #expect(error?.code == .helperEnded, sourceLocation: sourceLocation)
    #expect(
      error?.message.hasPrefix("\(text); the helper ended: signal 11") == true,
      "\(String(describing: error))", sourceLocation: sourceLocation)
  }

  /// Expects that a call says afterwards that it has written so, and that the session goes on.
  static func expectDamage(
    _ text: String, _ architecture: Architecture = .i386,
    over channel: LibraryClient.Configuration.ChannelKind = .sharedMemory,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (LibraryClient) throws -> Void
  ) throws {
    try use(architecture, over: channel) { lib in
      let error = thrown(sourceLocation: sourceLocation) { try body(lib) }
      #expect(error?.code == .bufferOverrun, sourceLocation: sourceLocation)
      #expect(
        error?.message
          == "\(text); what the call brought back is not used, and the session goes on",
        sourceLocation: sourceLocation)
      let sum: Int = try lib.add(1, 2)
      #expect(sum == 3, sourceLocation: sourceLocation)
    }
  }
}
