/// Why there are no bindings for a header.
package struct BindingsError: Error, Equatable {
  package let message: String

  package init(_ message: String) { self.message = message }
}
