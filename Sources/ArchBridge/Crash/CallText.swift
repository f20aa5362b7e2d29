internal import ArchBridgeWire

/// What a call's arguments were, as texts of bounded length.
enum CallText {
  /// How many characters of a text are shown.
  private static let characterLimit = 64

  /// What a caller gave.
  static func text(of argument: (any LibraryArgument)?) -> String {
    guard let argument else { return "nil" }
    switch argument.argumentValue.content {
    case .scalar(let number):
      guard number.count == 1 else { return "\(type(of: argument))" }
      return text(number.bits(at: 0), number.type)
    case .array(let numbers): return text(arrayOf: numbers.type, numbers.count)
    case .clientText(let text): return quoted(text)
    case .text(let content):
      switch content {
      case .string(let text, _): return quoted(text)
      case .bytes(let bytes): return "text of \(bytes.count) bytes"
      }
    case .value(let value as TypedValue): return text(of: value)
    case .pointer(let pointer): return text(of: pointer) ?? "\(type(of: argument))"
    case .value, .shared: return "\(type(of: argument))"
    case .values(let values):
      return "[\(values.first.map { "\(type(of: $0))" } ?? "")] of \(values.count)"
    case .texts(let texts): return "[String] of \(texts.count)"
    case .callback, .registered: return "a closure"
    case .unfinished: return "the result of a call before"
    case .null: return "nil"
    }
  }

  /// A number that a pointer leads to, and a text; anything else by its type.
  private static func text(of pointer: any PointerArgument) -> String? {
    guard pointer.goesIn else { return nil }
    switch pointer.contents.content {
    case .scalar(let number) where number.count == 1:
      return "InOut(\(text(number.bits(at: 0), number.type)))"
    case .values(let values, isArray: false):
      guard values.count == 1, let value = values[0] as? TypedValue else { return nil }
      return "InOut(\(text(of: value)))"
    case .text(let content, _, _): return "InOut(\(quoted(content)))"
    default: return nil
    }
  }

  /// A value of any C type; one that is long by its type.
  private static func text(of value: TypedValue) -> String {
    guard value.bytes.count <= 4 * characterLimit else {
      return "\(value.type) of \(value.bytes.count) bytes"
    }
    return printable([UInt8]("\(value)".utf8))
  }

  /// A number by its bits.
  static func text(_ bits: UInt64, _ type: WireType) -> String {
    switch type {
    case .bool: bits == 0 ? "false" : "true"
    case .pointer: bits == 0 ? "nil" : "\(RemoteAddress(rawValue: bits))"
    case .float32: "\(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))"
    case .float64: "\(Double(bitPattern: bits))"
    default: type.kind == .signed ? "\(Int64(bitPattern: bits))" : "\(bits)"
    }
  }

  static func text(arrayOf type: WireType, _ count: Int) -> String {
    "[\(type.swiftName)] of \(count)"
  }

  static func quoted(_ text: String) -> String {
    let shown = text.prefix(characterLimit)
    return "\"" + printable([UInt8](shown.utf8)) + "\""
      + (shown.endIndex < text.endIndex ? "…" : "")
  }
}

extension BridgeError {
  /// Says what the function got that was being called when the helper ended.
  func note(_ arguments: [(any LibraryArgument)?], of function: String) {
    end?.crash?.note(arguments: arguments.map { CallText.text(of: $0) }, of: function)
  }

  /// The same, from the request of a prepared call: slots, then buffers.
  @unsafe func note(_ request: UnsafeRawBufferPointer, of plan: CallPlan) {
    end?.crash?.note(
      arguments: unsafe PreparedText(request, plan).texts, of: plan.context.name)
  }
}

/// What the arguments in a prepared call's request are.
@safe private struct PreparedText {
  private let request: UnsafeRawBufferPointer
  private let plan: CallPlan

  init(_ request: UnsafeRawBufferPointer, _ plan: CallPlan) {
    unsafe self.request = request
    self.plan = plan
  }

  var texts: [String] {
    let buffers = buffers
    return plan.parameters.enumerated().map { index, parameter in
      let offset = PreparedArguments.head + 8 * index
      guard unsafe offset + 8 <= request.count else { return "…" }
      switch parameter.rule {
      case .text:
        guard let place = buffers[index] else { return "nil" }
        let bytes = unsafe request[place].prefix { $0 != 0 }
        return unsafe CallText.quoted(String(decoding: bytes, as: UTF8.self))
      case .array(let type):
        guard let place = buffers[index] else { return "nil" }
        return CallText.text(arrayOf: type, place.count / type.storedByteCount)
      default:
        let bits = unsafe request.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return CallText.text(bits, parameter.type)
      }
    }
  }

  /// The places of the buffers, by the arguments' places.
  private var buffers: [Int: Range<Int>] {
    let head = EnvelopeHeader.byteCount
    guard unsafe head + InvokeBody.headByteCount <= request.count else { return [:] }
    let count = unsafe request.loadUnaligned(fromByteOffset: head + 4, as: UInt16.self)
    var places: [Int: Range<Int>] = [:]
    var next = PreparedArguments.head + 8 * plan.parameterCount
    for _ in 0..<count {
      let start = next + InvokeBody.bufferHeadByteCount
      guard unsafe start <= request.count else { break }
      let argument = unsafe request.loadUnaligned(fromByteOffset: next, as: UInt32.self)
      let byteCount = unsafe Int(request.loadUnaligned(fromByteOffset: next + 4, as: UInt32.self))
      guard unsafe byteCount <= request.count - start else { break }
      places[Int(argument)] = start..<start + byteCount
      next = start + InvokeBody.padded(byteCount)
    }
    return places
  }
}
