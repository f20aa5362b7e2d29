import ArchBridgeWire

/// Why an item is not the value asked for; where it lies is added on the way out.
enum DecodingFault: Error {
  case mismatch(Any.Type, found: String)
  case null(Any.Type)
  case corrupted(String)
  indirect case element(Int, DecodingFault)

  /// Runs `body`, whose faults become errors at `path` and `key`.
  static func located<Result>(
    at path: CodingPath?, _ key: (any CodingKey)? = nil, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let fault as DecodingFault {
      throw fault.error(at: CodingPath.keys(of: path, then: key))
    } catch let error as CBORError {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: CodingPath.keys(of: path, then: key),
          debugDescription: "The bytes are not CBOR: \(error).", underlyingError: error))
    }
  }

  private func error(at codingPath: [any CodingKey]) -> DecodingError {
    switch self {
    case .mismatch(let type, let found):
      .typeMismatch(
        type, .init(codingPath: codingPath, debugDescription: "Found \(found), not \(type)."))
    case .null(let type):
      .valueNotFound(
        type, .init(codingPath: codingPath, debugDescription: "Found null, not \(type)."))
    case .corrupted(let reason):
      .dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
    case .element(let index, let fault):
      fault.error(at: codingPath + [PathKey.index(index)])
    }
  }
}
