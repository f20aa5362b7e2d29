internal import ArchBridge
internal import FoundationEssentials

/// Reads the command line's literals as the arguments that a prototype asks for.
struct LiteralReader {
  /// Where the names of constants come from.
  let declarations: CDeclarations
  /// The widths of the library's types.
  let dataModel: DataModel
  /// How the library spells text.
  let encoding: TextEncoding

  func read(
    _ literal: String, for parameter: CFunctionType.Parameter, number: Int
  ) throws -> LiteralValue {
    let name = parameter.name ?? "argument\(number)"
    func wrong(_ expected: String) -> BridgeError {
      BridgeError(
        .typeMismatch,
        "argument '\(name)' is declared '\(parameter.type)', and '\(literal)' is not \(expected)")
    }
    switch parameter.type.resolved {
    case .pointer(let pointee, let isConst):
      return try pointer(literal, pointee, isConst: isConst, name: name, wrong)
    case .array(let element, _):
      return try pointer(literal, element, isConst: false, name: name, wrong)
    case .enumeration:
      return LiteralValue(name, try integer(literal, wrong))
    case .scalar(let scalar):
      return LiteralValue(name, try scalarValue(literal, scalar, wrong))
    default: throw wrong("a value that can cross")
    }
  }

  /// Reads a literal that stands where a prototype has `...`: as the number or text that it is.
  func readVariable(_ literal: String, number: Int) -> LiteralValue {
    let name = "argument\(number)"
    if literal == "null" { return LiteralValue(name, nil) }
    if literal.hasPrefix("text:") { return LiteralValue(name, String(literal.dropFirst(5))) }
    if let value = Self.integer(literal, Int32.self) { return LiteralValue(name, value) }
    if let value = Self.integer(literal, Int64.self) { return LiteralValue(name, value) }
    if let value = Self.floating(literal) { return LiteralValue(name, value) }
    return LiteralValue(name, literal)
  }

  // MARK: Numbers

  private func scalarValue(
    _ literal: String, _ scalar: CScalar, _ wrong: (String) -> BridgeError
  ) throws -> any LibraryArgument {
    if scalar.isFloatingPoint {
      let value = try floating(literal, wrong)
      if scalar == .float, Self.integer(literal, Int64.self) != nil, Double(Float(value)) != value {
        throw wrong("a whole number that a float holds")
      }
      return value
    }
    if scalar == .bool {
      guard let value = Self.bool(literal) else { throw wrong("true or false") }
      return value
    }
    return try integer(literal, wrong)
  }

  private func integer(
    _ literal: String, _ wrong: (String) -> BridgeError
  ) throws -> any LibraryArgument {
    if let value = Self.integer(literal, Int64.self) { return value }
    if let value = Self.integer(literal, UInt64.self) { return value }
    if let value = declarations.constant(named: literal) { return value }
    if literal == "true" || literal == "false" { return Int64(literal == "true" ? 1 : 0) }
    throw wrong("a whole number of at most 64 bits")
  }

  private func floating(_ literal: String, _ wrong: (String) -> BridgeError) throws -> Double {
    guard let value = Self.floating(literal) else { throw wrong("a number that a double holds") }
    return value
  }

  /// A floating-point number; a whole number must be one that is held exactly.
  static func floating(_ literal: String) -> Double? {
    if let value = integer(literal, Int64.self) { return Double(exactly: value) }
    guard let value = Double(literal) else { return nil }
    // What is too large became infinite; only the word for it may.
    return value.isInfinite && !literal.lowercased().contains("inf") ? nil : value
  }

  /// A whole number in decimals, or in hexadecimal after `0x`.
  static func integer<Integer: FixedWidthInteger>(
    _ literal: String, _ type: Integer.Type
  ) -> Integer? {
    let isNegative = literal.hasPrefix("-")
    let digits = literal.drop { $0 == "-" || $0 == "+" }
    guard literal.count - digits.count <= 1 else { return nil }
    let hexadecimal = digits.hasPrefix("0x") || digits.hasPrefix("0X")
    let text = (isNegative ? "-" : "") + (hexadecimal ? digits.dropFirst(2) : digits)
    guard text.last?.isHexDigit == true else { return nil }
    return Integer(text, radix: hexadecimal ? 16 : 10)
  }

  static func bool(_ literal: String) -> Bool? {
    switch literal {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  // MARK: Pointers

  private func pointer(
    _ literal: String, _ pointee: CType, isConst: Bool, name: String,
    _ wrong: (String) -> BridgeError
  ) throws -> LiteralValue {
    if literal == "null" { return LiteralValue(name, nullPointerComingBack: !isConst) }
    if literal.hasPrefix("@") { return try file(literal, pointee, isConst, name) }
    if let text = try text(literal, pointee) {
      guard pointee.isCharacter || pointee.resolved == .void else { throw wrong("text for it") }
      guard !isConst else { return LiteralValue(name, text) }
      guard let bytes = encoding.encoded(text) else {
        throw wrong("text that \(encoding.rawValue) can spell")
      }
      return LiteralValue(name, text: bytes + [0], encoding)
    }
    let memory = LiteralMemory(name: name, isConst: isConst, reader: self)
    if let count = try Self.outCount(literal) {
      if pointee.resolved == .scalar(.char) {
        return LiteralValue(name, text: [UInt8](repeating: 0, count: count), encoding)
      }
      return try memory.zeros(count, pointee)
    }
    if let elements = Self.elements(literal) { return try memory.array(elements, pointee, wrong) }
    return try memory.reference(literal, pointee, wrong)
  }

  /// The literal as text, where it is text: after `text:`, and for a plain `char *` whatever is
  /// nothing else.
  private func text(_ literal: String, _ pointee: CType) throws -> String? {
    if literal.hasPrefix("text:") { return String(literal.dropFirst(5)) }
    guard pointee.resolved == .scalar(.char), try Self.outCount(literal) == nil else { return nil }
    if let elements = Self.elements(literal),
      elements.allSatisfy({ Self.integer($0, Int64.self) != nil })
    {
      return nil
    }
    return literal
  }

  /// The number after `out:`, or nil where the literal is another.
  static func outCount(_ literal: String) throws -> Int? {
    guard literal.hasPrefix("out:") else { return nil }
    guard let count = Int(literal.dropFirst(4)), (0...0x7FFF_FFFF).contains(count) else {
      throw BridgeError(
        .typeMismatch, "'\(literal)' does not say how many elements; write out:4 for four")
    }
    return count
  }

  /// The elements between brackets, or nil where the literal is another.
  static func elements(_ literal: String) -> [String]? {
    guard literal.hasPrefix("["), literal.hasSuffix("]"), literal.count >= 2 else { return nil }
    let inside = literal.dropFirst().dropLast()
    guard !inside.allSatisfy(\.isWhitespace) else { return [] }
    return inside.split(separator: ",", omittingEmptySubsequences: false)
      .map { element in
        let start = element.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
      }
  }

  private func file(
    _ literal: String, _ pointee: CType, _ isConst: Bool, _ name: String
  ) throws -> LiteralValue {
    let path = String(literal.dropFirst())
    guard let contents = FileManager.default.contents(atPath: path) else {
      throw BridgeError(.libraryNotFound, "argument '\(name)': the file \(path) cannot be read")
    }
    let bytes = [UInt8](contents)
    return try LiteralMemory(name: name, isConst: isConst, reader: self).bytes(bytes, pointee)
  }
}
