internal import ArchBridgeABI
internal import ArchBridgeWire
internal import Synchronization

/// A pointer argument that stands for another one, whose memory is something else to the library.
final class ConvertedPointer: LibraryArgument, PointerArgument {
  let goesIn: Bool
  let contents: PointerContents
  private let storage = Mutex<PointerContents?>(nil)

  init(_ content: PointerContents.Content, goesIn: Bool = false) {
    self.goesIn = goesIn
    contents = PointerContents(content)
  }

  var argumentValue: ArgumentValue { ArgumentValue(.pointer(self)) }
  /// What came back.
  var received: PointerContents? { storage.withLock { $0 } }
  func receive(_ contents: PointerContents) { storage.withLock { $0 = contents } }
}

/// An argument that stands for another one.
struct ConvertedArgument: LibraryArgument {
  let argumentValue: ArgumentValue

  init(_ content: ArgumentValue.Content) { argumentValue = ArgumentValue(content) }
}

/// `LOGICAL` and `CHARACTER`, which are something else to C than to Fortran.
extension FortranCall {
  /// An argument with its truth values as the integers that a `logical` is.
  mutating func convertingLogicals(
    _ argument: any LibraryArgument, _ value: ArgumentValue, _ variable: FortranVariable,
    _ label: String
  ) throws(BridgeError) -> any LibraryArgument {
    guard case .logical = variable.type else { return argument }
    switch value.content {
    case .scalar(let scalar): return ConvertedArgument(.scalar(scalar.truthNumbers))
    case .array(let array): return ConvertedArgument(.array(array.truthNumbers))
    case .pointer(let pointer) where value.elementKind == .bool:
      let contents = pointer.contents
      let memory: ConvertedPointer
      switch contents.content {
      case .zeros(_, let count):
        memory = ConvertedPointer(.zeros(ScalarKind(.int64, isPlain: true), count: count))
      case .scalar(let scalar):
        memory = ConvertedPointer(.scalar(scalar.truthNumbers), goesIn: pointer.goesIn)
      default:
        memory = ConvertedPointer(
          .array(contents.scalars.truthNumbers), goesIn: pointer.goesIn)
      }
      returned.append(.logicals(memory, to: pointer))
      return memory
    default: return argument
    }
  }

  // MARK: CHARACTER

  /// Characters with the length that they have to Fortran.
  mutating func bind(
    characters value: ArgumentValue, _ variable: FortranVariable, _ label: String
  ) throws(BridgeError) -> Bound {
    guard case .character(_, let declared) = variable.type else { return Bound() }
    var fixed: Int?
    if case .fixed(let length) = declared {
      fixed = max(0, try self.value(of: length, "the length", of: variable, label))
    }
    switch value.content {
    case .clientText(let text):
      return try bind(bytes: bytes(text, nil, label), fixed, variable, label)
    case .text(let text):
      let bytes =
        switch text {
        case .bytes(let bytes): bytes
        case .string(let string, let encoding): try bytes(string, encoding, label)
        }
      return try bind(bytes: bytes, fixed, variable, label)
    case .array(let array): return try bind(bytes: array.bytes, fixed, variable, label)
    case .texts(let texts): return try bind(texts, fixed, variable, label)
    case .pointer(let pointer): return try bind(pointer, fixed, variable, label)
    default:
      throw error(
        .typeMismatch, "\(label) is declared '\(variable)', and got \(value.kindText)")
    }
  }

  private func bind(
    bytes: [UInt8], _ fixed: Int?, _ variable: FortranVariable, _ label: String
  ) throws(BridgeError) -> Bound {
    let needed = try characterCount(variable, fixed, label)
    if variable.shape != .scalar {
      guard let fixed else {
        throw error(
          .typeMismatch, "\(label) is declared '\(variable)'; give it an array of texts")
      }
      guard bytes.count >= needed else {
        throw error(
          .typeMismatch,
          "\(label) is declared '\(variable)', which has \(needed) characters here, "
            + "and got \(bytes.count)")
      }
      return Bound(value: Self.array(bytes), length: fixed)
    }
    let padded = try padded(bytes, to: fixed ?? bytes.count, label)
    return Bound(value: Self.array(padded), length: padded.count)
  }

  /// How many characters an array, or one text, has at least.
  func characterCount(
    _ variable: FortranVariable, _ fixed: Int?, _ label: String
  ) throws(BridgeError) -> Int {
    let extents: [Int]
    switch variable.shape {
    case .explicit(let bounds), .assumedSize(let bounds, _):
      extents = try self.extents(bounds, of: variable, label)
    default: extents = []
    }
    return try elementCount([fixed ?? 0] + extents, of: variable, label)
  }

  private func bind(
    _ texts: [String?], _ fixed: Int?, _ variable: FortranVariable, _ label: String
  ) throws(BridgeError) -> Bound {
    guard variable.shape != .scalar else {
      throw error(.typeMismatch, "\(label) is declared '\(variable)', and got [String]")
    }
    var all: [[UInt8]] = []
    for text in texts { all.append(try bytes(text ?? "", nil, label)) }
    let length = fixed ?? all.map(\.count).max() ?? 0
    var joined: [UInt8] = []
    for bytes in all { joined += try padded(bytes, to: length, label) }
    let needed = try characterCount(variable, length, label)
    guard joined.count >= needed else {
      throw error(
        .typeMismatch,
        "\(label) is declared '\(variable)', and got \(texts.count) text\(texts.count == 1 ? "" : "s")"
      )
    }
    return Bound(value: Self.array(joined), length: length)
  }

  private mutating func bind(
    _ pointer: any PointerArgument, _ fixed: Int?, _ variable: FortranVariable, _ label: String
  ) throws(BridgeError) -> Bound {
    switch pointer.contents.content {
    case .text(let text, let capacity, let encoding):
      guard variable.shape == .scalar else {
        throw error(
          .typeMismatch, "\(label) is declared '\(variable)'; give it an InOut of [UInt8]")
      }
      let start = pointer.goesIn ? try bytes(text, encoding, label) : []
      let room = capacity ?? start.count
      if let fixed, capacity != nil, room < fixed {
        throw error(
          .tooLarge, "\(label) is declared '\(variable)', and has room for \(room) characters")
      }
      let length = fixed ?? room
      let memory = ConvertedPointer(
        .array(ScalarArray(try padded(start, to: length, label))), goesIn: true)
      returned.append(
        .text(memory, to: pointer, capacity: capacity ?? length, encoding, label: label))
      return Bound(value: memory, length: length)
    case .array, .zeros:
      let count = pointer.contents.scalars.count
      let needed = try characterCount(variable, fixed, label)
      guard fixed != nil || variable.shape == .scalar, count >= needed else {
        throw error(
          .typeMismatch,
          "\(label) is declared '\(variable)', which has \(needed) characters here, and got \(count)"
        )
      }
      return Bound(value: ConvertedArgument(.pointer(pointer)), length: fixed ?? count)
    default:
      throw error(.typeMismatch, "\(label) is declared '\(variable)', and got no text")
    }
  }

  private static func array(_ bytes: [UInt8]) -> any LibraryArgument {
    ConvertedArgument(.array(ScalarArray(bytes)))
  }

  /// Characters with blanks behind them, as Fortran fills them up.
  private func padded(
    _ bytes: [UInt8], to length: Int, _ label: String
  ) throws(BridgeError) -> [UInt8] {
    guard bytes.count <= length else {
      throw error(
        .tooLarge, "\(label) has \(bytes.count) characters, and room for \(length)")
    }
    guard length <= 1 << 28 else {
      throw error(.tooLarge, "\(label) has \(length) characters, and may have \(1 << 28)")
    }
    return bytes + [UInt8](repeating: UInt8(ascii: " "), count: length - bytes.count)
  }

  private func bytes(
    _ text: String, _ encoding: TextEncoding?, _ label: String
  ) throws(BridgeError) -> [UInt8] {
    let encoding = encoding ?? types.encoding
    guard encoding.unitByteCount == 1, let bytes = encoding.encoded(text) else {
      throw error(.invalidText, "\(label) cannot be spelled in \(encoding.rawValue)")
    }
    return bytes
  }

  /// The text that characters spell, without the blanks at their end.
  func text(
    _ bytes: [UInt8], _ label: String, _ encoding: TextEncoding? = nil
  ) throws(BridgeError) -> String {
    var end = bytes.count
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == 0 { end -= 1 }
    let encoding = encoding ?? types.encoding
    guard let text = encoding.decode([UInt8](bytes[..<end])) else {
      throw error(
        .invalidText, "\(label) is not \(encoding.rawValue); take it as [UInt8]")
    }
    return text
  }
}

extension ScalarArray {
  /// Truth values as integers.
  var truthNumbers: ScalarArray {
    guard type == .bool else { return self }
    var numbers = ScalarArray(type: .int64, isPlain: true, bytes: [])
    for index in 0..<count { numbers.append(bits: bits(at: index) == 0 ? 0 : 1) }
    return numbers
  }

  /// Integers as truth values: all but 0 is true.
  var truthValues: ScalarArray {
    var values = ScalarArray(type: .bool, isPlain: false, bytes: [])
    for index in 0..<count { values.append(bits: bits(at: index) == 0 ? 0 : 1) }
    return values
  }
}
