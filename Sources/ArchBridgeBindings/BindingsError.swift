/// Why there are no bindings for a header.
package struct BindingsError: Error, Equatable {
  package let message: String
  /// Whether the reason is that the library does not export something.
  package let isMissing: Bool

  package init(_ message: String, isMissing: Bool = false) {
    (self.message, self.isMissing) = (message, isMissing)
  }
}
