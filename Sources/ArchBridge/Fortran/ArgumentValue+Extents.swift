internal import ArchBridgeWire

/// What extents and lengths of other arguments are made of.
extension ArgumentValue {
  /// The value of an integer that goes in.
  var integer: Int? {
    switch content {
    case .scalar(let scalar): return scalar.integer(at: 0)
    case .pointer(let pointer):
      guard pointer.goesIn else { return nil }
      if case .scalar(let scalar) = pointer.contents.content { return scalar.integer(at: 0) }
    default: break
    }
    return try? typedValue?.get(as: Int.self)
  }

  /// One of the integers that go in as an array, or of which there is but one.
  func integer(at index: Int) -> Int? {
    switch content {
    case .array(let array): return array.integer(at: index)
    case .pointer(let pointer):
      guard pointer.goesIn else { return nil }
      if case .array(let array) = pointer.contents.content { return array.integer(at: index) }
    default: break
    }
    if let values = try? typedValue?.get(as: [Int].self), values.indices.contains(index) {
      return values[index]
    }
    return index == 0 ? integer : nil
  }

  /// How many bytes a C string has room for, its NUL among them.
  func byteCount(in encoding: TextEncoding) -> Int? {
    let count = characterCount(in: encoding)
    switch content {
    case .clientText, .text: return count.map { $0 + 1 }
    case .pointer(let pointer):
      if case .text(_, nil, _) = pointer.contents.content { return count.map { $0 + 1 } }
      return count
    default: return count
    }
  }

  /// How many characters a text has to a library, where the argument says it.
  func characterCount(in encoding: TextEncoding) -> Int? {
    switch content {
    case .clientText(let text): return encoding.encoded(text)?.count
    case .text(.string(let text, let own)): return own.encoded(text)?.count
    case .text(.bytes(let bytes)): return bytes.count
    case .array(let array): return array.count
    case .pointer(let pointer):
      switch pointer.contents.content {
      case .text(let text, let capacity, let own):
        return capacity ?? (own ?? encoding).encoded(text)?.count
      case .array, .zeros: return pointer.contents.scalars.count
      default: return nil
      }
    default: return nil
    }
  }
}

extension ScalarArray {
  /// One of the numbers, where it is an integer that an `Int` holds.
  fileprivate func integer(at index: Int) -> Int? {
    guard index >= 0, index < count else { return nil }
    switch type.kind {
    case .signed: return Int(Int64(bitPattern: bits(at: index)))
    case .unsigned: return type == .pointer ? nil : Int(exactly: bits(at: index))
    default: return nil
    }
  }
}
