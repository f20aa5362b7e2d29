internal import ArchBridgeABI
internal import ArchBridgeWire

/// Closures for procedures.
extension FortranCall {
  /// Refuses a closure that would read something else than what lies at the addresses.
  func check(
    _ closure: Callback, against interface: FortranProcedure, _ label: String
  ) throws(BridgeError) {
    // How many there are is compared where the function is made.
    guard let references = closure.body.references else { return }
    for (index, pair) in zip(interface.arguments, references).enumerated() {
      let (variable, kind) = pair
      guard kind.type != .pointer, let advice = Self.advice(variable, kind) else { continue }
      let name = variable.name.isEmpty ? "\(index + 1)" : "'\(variable.name)'"
      throw error(
        .typeMismatch,
        "parameter \(name) of \(label) is declared '\(variable)', and the closure takes "
          + "\(ScalarArray(type: kind.type, isPlain: kind.isPlain, bytes: []).swiftName); "
          + "let it take \(advice)")
    }
  }

  /// What a closure takes for an argument; nil where that is what it does.
  private static func advice(_ variable: FortranVariable, _ kind: ScalarKind) -> String? {
    guard variable.shape == .scalar else {
      return "a RemoteAddress, and read the array that is there"
    }
    let right: (types: [WireType], name: String)
    switch variable.type {
    case .integer(kind: 1): right = ([.int8, .uint8], "Int8")
    case .integer(kind: 2): right = ([.int16, .uint16], "Int16")
    case .integer(kind: 4):
      // Swift's plain `Int` is read as the `integer` that it stands for.
      if kind.isPlain { return nil }
      right = ([.int32, .uint32], "Int32")
    case .integer(kind: 8):
      right = (kind.isPlain ? [] : [.int64, .uint64], "Int64")
    case .real(kind: 4): right = ([.float32], "Float")
    case .real(kind: 8): right = ([.float64], "Double")
    case .logical(kind: 1): right = ([.int8, .uint8], "Int8, which is 0 for false")
    case .logical(kind: 2): right = ([.int16, .uint16], "Int16, which is 0 for false")
    case .logical(kind: 4), .logical(kind: 8): right = ([.bool], "Bool")
    case .assumed: return nil
    default: return "a RemoteAddress, and read what is there"
    }
    return right.types.contains(kind.type) ? nil : right.name
  }
}
