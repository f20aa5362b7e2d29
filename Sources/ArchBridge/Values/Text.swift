/// A text argument that names its own encoding, where the client's does not fit.
///
///     try meter.setTitle(Text("Größe", encoding: .latin1))
public struct Text: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case string(String, TextEncoding)
    case bytes([UInt8])
  }

  let content: Content

  /// Makes a text that is written in `encoding`.
  public init(_ string: String, encoding: TextEncoding) {
    content = .string(string, encoding)
  }

  /// Makes a text of these bytes as they are; the NUL that ends it is added.
  public init(bytes: [UInt8]) {
    content = .bytes(bytes)
  }
}
