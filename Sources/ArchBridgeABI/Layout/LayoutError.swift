/// Why a type has no layout, or cannot be passed by value.
public struct LayoutError: Error, Hashable, Sendable {
  /// What is wrong: one sentence.
  public let message: String

  /// Makes an error.
  public init(message: String) { self.message = message }

  /// Makes the error for a record that can be passed by pointer only.
  init(refusing type: CType, _ reason: String) {
    message = "'\(type)' cannot be passed by value: \(reason); pass a pointer to it"
  }
}
