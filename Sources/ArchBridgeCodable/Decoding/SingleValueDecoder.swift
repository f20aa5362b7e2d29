/// Decodes the one value that a value consists of.
struct SingleValueDecoder: SingleValueDecodingContainer {
  let frame: DecodingFrame
  let source: DecodingFrame.Source

  var codingPath: [any CodingKey] { frame.codingPath }

  func decodeNil() -> Bool { (try? frame.isNull(source)) ?? false }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try frame.decode(type, from: source, at: nil)
  }

  func decode(_ type: Int128.Type) throws -> Int128 {
    try frame.decode(type, from: source, at: nil)
  }

  func decode(_ type: UInt128.Type) throws -> UInt128 {
    try frame.decode(type, from: source, at: nil)
  }
}
