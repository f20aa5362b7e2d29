internal import ArchBridge

extension Literal: LibraryValue {
  /// What is in memory.
  init(from memory: LibraryMemoryReader) throws(BridgeError) {
    self = .value(try TypedValue(from: memory))
  }

  /// Puts what the literal means as the place's type there.
  func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    let type = memory.type.resolved
    switch (self, type) {
    case (.value(let value), _): try value.write(to: &memory)
    case (.members(let members), .record): try write(members, to: &memory)
    case (.list(let elements), .array): try elements.write(to: &memory)
    case (.text(let text), .array(let element, _)) where element.isText,
      (.word(let text), .array(let element, _)) where element.isText:
      try text.write(to: &memory)
    case (.pair(let real, let imaginary), .complex(let part)):
      try write(real, imaginary, part, to: &memory)
    case (.word(let word), .complex(let part)):
      let (real, imaginary) = NumberText.parts(word)
      try write(.word(real), .word(imaginary), part, to: &memory)
    case (.word(let word), .scalar(.bool)): try write(bool: word, to: &memory)
    case (.word(let word), .scalar(let scalar)) where scalar.isFloatingPoint:
      try write(floating: word, scalar, to: &memory)
    case (.word(let word), .scalar), (.word(let word), .enumeration):
      try write(integer: word, to: &memory)
    case (.word(let word), .pointer), (.word(let word), .function):
      guard let address = Self.address(word) else { throw wrong(type.expected, memory) }
      try address.write(to: &memory)
    default: throw wrong(type.expected, memory)
    }
  }

  /// An address, or the word for none.
  static func address(_ word: String) -> RemoteAddress? {
    word == "null" ? .null : NumberText.integer(word).map { RemoteAddress(rawValue: $0) }
  }

  private func wrong(_ expected: String, _ memory: LibraryMemoryWriter) -> BridgeError {
    memory.error(.typeMismatch, "is declared '\(memory.type)', and '\(self)' is not \(expected)")
  }

  // MARK: Numbers

  private func write(bool word: String, to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    switch word {
    case "true", "1": try true.write(to: &memory)
    case "false", "0": try false.write(to: &memory)
    default: throw wrong("true or false", memory)
    }
  }

  private func write(
    integer word: String, to memory: inout LibraryMemoryWriter
  ) throws(BridgeError) {
    if let value = NumberText.integer(word, Int64.self) {
      try value.write(to: &memory)
    } else if let value = NumberText.integer(word, UInt64.self) {
      try value.write(to: &memory)
    } else if let value = memory.context.declarations.constant(named: word) {
      try value.write(to: &memory)
    } else if word == "true" || word == "false" {
      try (word == "true").write(to: &memory)
    } else {
      throw wrong("a whole number of at most 64 bits", memory)
    }
  }

  private func write(
    floating word: String, _ scalar: CScalar, to memory: inout LibraryMemoryWriter
  ) throws(BridgeError) {
    // A whole number must be held exactly.
    if let value = NumberText.integer(word, Int64.self) {
      if scalar == .longDouble { return try Float80(value).write(to: &memory) }
      return try value.write(to: &memory)
    }
    if scalar == .longDouble {
      guard let value = NumberText.floating(word, Float80.self) else {
        throw wrong("a number that a long double holds", memory)
      }
      return try value.write(to: &memory)
    }
    guard let value = NumberText.floating(word, Double.self) else {
      throw wrong("a number that a double holds", memory)
    }
    try value.write(to: &memory)
  }

  /// A complex number lies in memory as an array of its two parts.
  private func write(
    _ real: Literal, _ imaginary: Literal, _ part: CScalar, to memory: inout LibraryMemoryWriter
  ) throws(BridgeError) {
    let parts = try TypedValue(
      [real, imaginary], as: .array(of: .scalar(part), count: 2), memory.context,
      label: memory.label)
    memory.store(parts.bytes)
  }

  // MARK: Structures

  private func write(
    _ members: [Member], to memory: inout LibraryMemoryWriter
  ) throws(BridgeError) {
    var fields = try Structure(in: memory)
    var order = MemberOrder(try memory.context.layout(of: memory.type))
    for member in members {
      guard let name = member.name ?? order.next else {
        throw wrong(
          "a '\(memory.type)': it has no member for '\(member.value)'; name the members", memory)
      }
      try fields.set(name, member.value)
      order.pass(name)
    }
    try fields.write(to: &memory)
  }
}

/// Which member of a structure comes next where a literal names none.
private struct MemberOrder {
  private let members: [CRecordLayout.Member]
  private var index = 0
  private var isFirst = true

  init(_ layout: CRecordLayout) { members = layout.members }

  /// The first member that does not lie where the one before it does, as those of a union do.
  var next: String? {
    guard index < members.count else { return nil }
    return isFirst || start(members[index]) > start(members[index - 1]) ? members[index].name : nil
  }

  mutating func pass(_ name: String) {
    isFirst = false
    index = (members.firstIndex { $0.name == name } ?? members.count - 1) + 1
  }

  private func start(_ member: CRecordLayout.Member) -> Int {
    member.byteOffset * 8 + (member.bitOffset ?? 0)
  }
}

extension CType {
  /// Whether these characters are text: plain `char`, and the wide ones.
  var isText: Bool { resolved == .scalar(.char) || isWideCharacter }

  /// What a literal for it looks like.
  fileprivate var expected: String {
    switch self {
    case .record: "a structure, as in {1, y: 2.5}"
    case .array(let element, _) where element.isText: "a text"
    case .array: "an array, as in [1, 2, 3]"
    case .complex: "a complex number, as in 1.5+2i or (1.5, 2)"
    case .pointer, .function: "null or an address"
    case .scalar, .enumeration: "a number"
    case .void, .alias: "a value that can cross"
    }
  }
}
