internal import ArchBridge
internal import FoundationEssentials

/// Makes the memory behind a pointer argument, or the pointer, of a literal.
struct PointerReader {
  private let type: CType
  private let pointee: CType
  private let isConst: Bool
  private let name: String
  private let types: TypeContext

  init(_ type: CType, _ pointee: CType, isConst: Bool, _ name: String, _ types: TypeContext) {
    (self.type, self.pointee, self.isConst) = (type, pointee, isConst)
    (self.name, self.types) = (name, types)
  }

  func read(_ literal: Literal) throws(BridgeError) -> CallArgument {
    switch literal {
    case .null:
      return isConst
        ? CallArgument(name, nil) : CallArgument(name, nil, returned: { Literal.null })
    case .value(let value) where value.type.isAddress:
      return CallArgument(name, try value.get(as: RemoteAddress.self))
    case .word(let word):
      if let argument = try argument(word) { return argument }
    case _ where pointee.isFunction: throw wrong(literal)
    case .text(let text): return try argument(text: text)
    case .list(let elements):
      if let texts = texts(elements) { return CallArgument(name, texts) }
      return pointing(to: try memory(elements))
    case .value(let value):
      if case .array = value.type.resolved { return try argument(array: value) }
      if hasUnknownContents { return pointing(to: value) }
    case .members, .pair, .call: break
    }
    guard !hasUnknownContents else { throw wrong(literal) }
    return pointing(to: try TypedValue(literal, as: pointee, types, label: label))
  }

  private var label: String { "argument '\(name)'" }

  private func pointing(to value: TypedValue) -> CallArgument {
    CallArgument(name, pointingTo: value, isConst: isConst)
  }

  private func wrong(_ literal: Literal) -> BridgeError {
    let expected =
      pointee.isFunction
      ? "null or an address, which is all that can be given for a function"
      : "an address, null, out, out:COUNT, [numbers], @FILE or a text"
    return BridgeError(
      .typeMismatch, "\(label) is declared '\(type)', and '\(literal)' is not \(expected)")
  }

  /// Whether what the pointer leads to is so many bytes: `void`, or a structure without a definition.
  private var hasUnknownContents: Bool {
    switch pointee.resolved {
    case .void, .function: true
    case .record: (try? types.byteCount(of: pointee)) == nil
    default: false
    }
  }

  /// The type of the elements in memory.
  private var element: CType { hasUnknownContents ? .scalar(.unsignedChar) : pointee }

  private func zeros(_ count: Int) throws(BridgeError) -> TypedValue {
    try TypedValue(.array(of: element, count: count), types)
  }

  // MARK: Words

  /// The argument that a word is; nil where it is one value of the pointee's type.
  private func argument(_ word: String) throws(BridgeError) -> CallArgument? {
    if !pointee.isFunction {
      if word.hasPrefix("@") { return pointing(to: try file(String(word.dropFirst()))) }
      if word == "out" {
        if case .record = pointee.resolved, hasUnknownContents {
          throw BridgeError(
            .typeMismatch,
            "\(label) is declared '\(type)', of which nothing says how many bytes it has; declare its "
              + "members, or write out:COUNT for so many bytes")
        }
        return CallArgument(name, filling: try TypedValue(element, types))
      }
      if word.hasPrefix("out:") {
        guard let count = Int(word.dropFirst(4)), (0...0x7FFF_FFFF).contains(count) else {
          throw BridgeError(
            .typeMismatch, "'\(word)' does not say how many elements; write out:4 for four")
        }
        return CallArgument(name, filling: try zeros(count))
      }
    }
    if case .record = pointee.resolved {} else if !hasUnknownContents { return nil }
    guard let address = Literal.address(word) else { throw wrong(.word(word)) }
    return CallArgument(name, address)
  }

  private func file(_ path: String) throws(BridgeError) -> TypedValue {
    guard let contents = FileManager.default.contents(atPath: path) else {
      throw BridgeError(.libraryNotFound, "\(label): the file \(path) cannot be read")
    }
    if element.isAddress {
      throw BridgeError(.typeMismatch, "\(label) points to pointers, which no file holds")
    }
    let (byteCount, width) = (contents.count, try types.byteCount(of: element))
    guard width > 0, byteCount % width == 0 else {
      throw BridgeError(
        .typeMismatch, "\(label): \(byteCount) bytes are no whole number of elements of \(width)")
    }
    return try array(of: byteCount / width, [UInt8](contents))
  }

  // MARK: Arrays

  private func memory(_ elements: [Literal]) throws(BridgeError) -> TypedValue {
    let array = CType.array(of: element, count: elements.count)
    return try self.array(
      of: elements.count, TypedValue(Literal.list(elements), as: array, types, label: label).bytes)
  }

  /// An array of these bytes; what may be taken for a text ends with a NUL.
  private func array(of count: Int, _ bytes: [UInt8]) throws(BridgeError) -> TypedValue {
    let width = try types.byteCount(of: element)
    let endsWithNUL = isConst && width == 1
    return try TypedValue(
      .array(of: element, count: count + (endsWithNUL ? 1 : 0)), types,
      bytes: bytes + (endsWithNUL ? [0] : []))
  }

  /// An array that a variable holds.
  private func argument(array value: TypedValue) throws(BridgeError) -> CallArgument {
    guard case .array(let own, let count) = value.type.resolved,
      !hasUnknownContents, own.resolved != pointee.resolved
    else { return pointing(to: value) }
    return pointing(
      to: try TypedValue(
        Literal.list(value.elements.map { .value($0) }), as: .array(of: pointee, count: count),
        types,
        label: label))
  }

  // MARK: Texts

  private func argument(text: String) throws(BridgeError) -> CallArgument {
    let isWide = pointee.isWideCharacter
    guard let encoding = hasUnknownContents ? types.encoding : pointee.textEncoding(types.encoding)
    else { throw wrong(.text(text)) }
    if isConst { return CallArgument(name, text) }
    let unit = isWide ? pointee : CType.scalar(.char)
    let width = try types.byteCount(of: unit)
    guard let bytes = encoding.encoded(text) else {
      throw BridgeError(.invalidText, "\(label) has characters that \(encoding.rawValue) lacks")
    }
    return pointing(
      to: try TypedValue(
        .array(of: unit, count: bytes.count / width + 1), types,
        bytes: bytes + [UInt8](repeating: 0, count: width)))
  }

  /// The texts that a list is where the function takes pointers to some.
  private func texts(_ elements: [Literal]) -> [String?]? {
    guard case .pointer(let target, _) = pointee.resolved,
      target.textEncoding(.utf8) == .utf8
    else { return nil }
    var texts: [String?] = []
    for element in elements {
      switch element {
      case .null: texts.append(nil)
      case .word(let text), .text(let text): texts.append(text)
      default: return nil
      }
    }
    return texts
  }
}

extension CType {
  /// Whether this is a pointer.
  var isAddress: Bool {
    switch resolved {
    case .pointer, .function: true
    default: false
    }
  }

  /// Whether this is a function.
  var isFunction: Bool {
    if case .function = resolved { true } else { false }
  }
}
