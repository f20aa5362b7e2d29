/// Writes the checks that a client's methods share, those that it uses.
struct CheckWriter {
  private let used: (String) -> Bool

  init(code: [String]) {
    used = { name in code.contains { $0.contains("try \(name)(") } }
  }

  func write(to code: inout CodeText) {
    if used("requireCount") {
      code.separate()
      code.add(
        """
        /// Refuses an array whose length is not the one that the function is told.
        private func requireCount(
          _ count: Int, of name: String, equals other: Int, in symbol: String
        ) throws(BridgeError) {
          if count == other { return }
          throw BridgeError(
            .typeMismatch, "\\(name) has \\(count) elements, and \\(other) are needed", symbol: symbol)
        }
        """)
    }
    if used("requireRoom") {
      code.separate()
      code.add(
        """
        /// Refuses a length that there is no array of.
        private func requireRoom(
          _ count: Int, of name: String, least: Int, in symbol: String
        ) throws(BridgeError) {
          if count >= least { return }
          throw BridgeError(
            .valueOutOfRange, "\\(name) is \\(count), and at least \\(least) is needed", symbol: symbol)
        }
        """)
    }
    if used("requireFilled") {
      code.separate()
      code.add(
        """
        /// Refuses a count that came back and is not of an array with room for `most`.
        private func requireFilled(
          _ count: some BinaryInteger, of name: String, most: Int, in symbol: String
        ) throws(BridgeError) {
          if count >= 0, count <= most { return }
          throw BridgeError(
            .valueOutOfRange, "\\(name) came back as \\(count), and there is room for \\(most)",
            symbol: symbol)
        }
        """)
    }
    if used("requireAddress") {
      code.separate()
      code.add(
        """
        /// Refuses a null pointer where the library promises none.
        private func requireAddress(
          _ address: RemoteAddress, of name: String, in symbol: String
        ) throws(BridgeError) {
          if !address.isNull { return }
          throw BridgeError(.unexpectedNull, "\\(name) came back as a null pointer", symbol: symbol)
        }
        """)
    }
  }
}
