internal import ArchBridgeABI
internal import ArchBridgeWire

/// Arguments in memory that the helper has too.
extension ArgumentLowering {
  /// The address of shared memory, whose elements must be those that are declared.
  func lower(
    _ shared: any SharedArgument, _ pointee: ParameterType.Pointee,
    _ content: ArgumentValue.Content
  ) throws(BridgeError) -> Lowered {
    guard shared.token === context.types.token else {
      throw context.error(
        .typeMismatch,
        "\(label) is a SharedBuffer of another client, or of a helper that has ended; this helper does "
          + "not have its memory")
    }
    let type = shared.elementType
    switch pointee {
    case .anything: break
    case .scalar(let declared), .wideCharacter(let declared, _):
      guard type == declared else { throw mismatch(content) }
    case .character:
      // Bytes are any kind of `char`.
      guard type.storedByteCount == 1, type != .bool else { throw mismatch(content) }
    case .values(let record):
      guard type == .uint8 else { throw mismatch(content) }
      try checkRoom(shared.byteCount, for: record)
    case .opaque:
      guard type == .uint8 else { throw mismatch(content) }
    case .address, .function: throw mismatch(content)
    }
    return Lowered(
      argument: .scalar(WireScalar(type: .pointer, bits: shared.address.rawValue)), shared: shared)
  }
}
