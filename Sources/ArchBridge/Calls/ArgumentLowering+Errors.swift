internal import ArchBridgeABI
internal import ArchBridgeWire

extension ArgumentLowering {
  /// The declared type as C spells it.
  var spelled: String { declared.map { "'\($0)'" } ?? "undeclared" }

  func convert(_ source: ScalarArray, to type: WireType) throws(BridgeError) -> ScalarArray {
    do throws(ScalarConversion.Failure) {
      return try ScalarConversion.convert(source, to: type)
    } catch {
      let place = source.count > 1 ? "element \(error.index) of \(label)" : label
      let name = declared.map { "'\($0)'" } ?? "C's '\(type.spelling)', which an undeclared Int is,"
      throw context.error(
        .valueOutOfRange,
        "\(place) is \(error.value); \(name) holds \(ScalarConversion.range(of: type))"
          + (declared == nil && source.isPlain ? "; write Int64 for a longer one" : ""))
    }
  }

  /// The error for a result of a batch, outside of it.
  var unfinished: BridgeError {
    context.error(.callNotMade, "\(label) is the result of a batch that has not been called")
  }

  func mismatch(_ content: ArgumentValue.Content) -> BridgeError {
    if case .unfinished = content { return unfinished }
    return context.error(
      .typeMismatch, "\(label) is declared \(spelled), and got \(describe(content))")
  }

  private func describe(_ content: ArgumentValue.Content) -> String {
    switch content {
    case .null: "nil"
    case .scalar(let scalar): scalar.swiftName
    case .array(let array): "[\(array.swiftName)]"
    case .text, .clientText: "a text"
    case .pointer(let pointer):
      switch pointer.contents.content {
      case .scalar(let scalar): "a pointer to \(scalar.swiftName)"
      case .array(let array): "a pointer to [\(array.swiftName)]"
      case .zeros(let kind, _):
        "a pointer to [\(ScalarArray(type: kind.type, isPlain: kind.isPlain, bytes: []).swiftName)]"
      case .values(let values, _):
        "a pointer to \(values.first.map { "'\($0.undeclaredType)'" } ?? "nothing")"
      case .zeroValues(let value, _): "a pointer to '\(value.undeclaredType)'"
      case .text: "a text buffer"
      }
    case .value(let value): "'\(value.undeclaredType)'"
    case .values(let values): "[\(values.first.map { "'\($0.undeclaredType)'" } ?? "")]"
    case .texts: "[String]"
    case .callback, .registered: "a callback"
    case .unfinished: "a result of a batch"
    case .shared(let shared): "a SharedBuffer of \(shared.elementType.swiftName)"
    }
  }
}

extension ScalarArray {
  /// The Swift type of the elements.
  var swiftName: String {
    switch type {
    case .int64 where isPlain: "Int"
    case .uint64 where isPlain: "UInt"
    default: type.swiftName
    }
  }
}

extension WireType {
  /// The Swift type that stands for this one.
  var swiftName: String {
    switch self {
    case .void: "Void"
    case .int8: "Int8"
    case .uint8: "UInt8"
    case .int16: "Int16"
    case .uint16: "UInt16"
    case .int32: "Int32"
    case .uint32: "UInt32"
    case .int64: "Int64"
    case .uint64: "UInt64"
    case .float32: "Float"
    case .float64: "Double"
    case .bool: "Bool"
    case .pointer: "RemoteAddress"
    case .text, .text16, .text32: "String"
    case .extended: "Float80"
    case .block: "Structure"
    case .texts: "[String]"
    case .callback: "Callback"
    }
  }

  /// The C type that stands for this one.
  fileprivate var spelling: String {
    switch self {
    case .uint32: "unsigned int"
    case .int32: "int"
    default: swiftName
    }
  }
}
