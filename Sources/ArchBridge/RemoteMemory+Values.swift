internal import ArchBridgeABI
internal import ArchBridgeWire

/// Structures and texts in a helper's memory.
extension RemoteMemory {
  /// Reads one structure, complex or 80-bit number.
  ///
  ///     let time = try libc.memory.read(Time.self, at: address)
  public func read<Value: LibraryAggregate>(
    _ type: Value.Type, at address: RemoteAddress
  ) throws(BridgeError) -> Value {
    try read(type, at: address, count: 1)[0]
  }

  /// Reads `count` of them that lie one behind the other.
  public func read<Value: LibraryAggregate>(
    _ type: Value.Type, at address: RemoteAddress, count: Int
  ) throws(BridgeError) -> [Value] {
    guard let spelling = Value.undeclaredType else {
      throw BridgeError(
        .typeMismatch, "which structure it is cannot be known; name it: read(\"struct …\", at: …)")
    }
    return try read(spelling, at: address, count: count) { (memory) throws(BridgeError) in
      try Value(from: memory)
    }
  }

  /// Reads one structure or union of a declared type, such as `struct tm`.
  ///
  /// - Parameter byteCount: how many bytes to read, where the structure ends with an array that has
  ///   no length of its own; its size where it is nil.
  public func read(
    _ cType: String, at address: RemoteAddress, byteCount: Int? = nil
  ) throws(BridgeError) -> Structure {
    guard let byteCount else {
      return try read(cType, at: address, count: 1) { (memory) throws(BridgeError) in
        try Structure(from: memory)
      }[0]
    }
    let type = try session.types.type(spelled: cType)
    let size = try session.types.byteCount(of: type)
    guard byteCount >= size else {
      throw BridgeError(.typeMismatch, "'\(cType)' has \(size) bytes, not \(byteCount)")
    }
    let bytes = try read(address, byteCount: byteCount)
    return try Structure(
      from: LibraryMemoryReader(
        bytes[...], type, session.types, label: "'\(cType)' at \(address)"))
  }

  private func read<Value>(
    _ cType: String, at address: RemoteAddress, count: Int,
    _ make: (LibraryMemoryReader) throws(BridgeError) -> Value
  ) throws(BridgeError) -> [Value] {
    let context = session.types
    let type = try context.type(spelled: cType)
    let stride = try context.byteCount(of: type)
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: stride)
    guard count >= 0, !overflow else {
      throw BridgeError(.tooLarge, "\(count) of '\(cType)' cannot be read at once")
    }
    let bytes = try read(address, byteCount: byteCount)
    var values: [Value] = []
    for index in 0..<count {
      let start = index * stride
      values.append(
        try make(
          LibraryMemoryReader(
            bytes[start..<start + stride], type, context, label: "'\(cType)' at \(address)")))
    }
    return values
  }

  /// Writes one structure, complex or 80-bit number.
  public func write(
    _ value: some LibraryAggregate, to address: RemoteAddress
  ) throws(BridgeError) {
    try write([value], to: address)
  }

  /// Writes such values one behind the other.
  public func write<Value: LibraryAggregate>(
    _ values: [Value], to address: RemoteAddress
  ) throws(BridgeError) {
    let context = session.types
    var bytes: [UInt8] = []
    for value in values {
      let type: CType
      if let structure = value as? Structure {
        type = structure.type
      } else {
        type = try context.type(spelled: value.undeclaredType)
      }
      var place = try LibraryMemoryWriter(
        type, context, label: "'\(type)' at \(address)",
        minimumByteCount: values.count == 1 ? (value as? Structure)?.byteCount ?? 0 : 0)
      try value.write(to: &place)
      bytes += place.bytes
    }
    try write(bytes, to: address)
  }

  /// Reads the strings that `count` pointers lead to, which lie one behind the other: a `char **`.
  ///
  /// A null pointer gives nil. Each string's NUL must come within the client's `textLimit`.
  public func readTexts(
    at address: RemoteAddress, count: Int, encoding: TextEncoding? = nil
  ) throws(BridgeError) -> [String?] {
    let encoding = encoding ?? session.configuration.textEncoding
    var texts: [String?] = []
    for bytes in try session.readTexts(address, count: count) {
      guard let bytes else {
        texts.append(nil)
        continue
      }
      guard let text = encoding.decode(bytes) else {
        throw BridgeError(
          .invalidText, "text \(texts.count) at \(address) is not \(encoding.rawValue)")
      }
      texts.append(text)
    }
    return texts
  }

  /// Reads a string that belongs to the caller, and gives its memory back with the function that
  /// the library has for that.
  ///
  ///     let message = try db.memory.takeText(address, freeingWith: "sqlite3_free")
  public func takeText(
    _ address: RemoteAddress, freeingWith function: String = "free", encoding: TextEncoding? = nil
  ) throws(BridgeError) -> String {
    let text = try readText(
      address, limit: session.configuration.textLimit, encoding: encoding)
    if function == "free" {
      try free(address)
    } else {
      try LibraryFunction(session: session, library: 0, name: function).discard([address])
    }
    return text
  }

  /// Allocates memory that holds a text and its NUL, for what must outlive a call.
  public func allocate(
    copying text: String, encoding: TextEncoding? = nil
  ) throws(BridgeError) -> RemoteAddress {
    let bytes = try session.context(named: "allocate").bytes(of: text, encoding, for: "the text")
    return try allocate(copying: bytes)
  }

  /// Allocates memory that holds numbers or addresses, for what must outlive a call.
  public func allocate<Element: LibraryScalar>(
    copying elements: [Element]
  ) throws(BridgeError) -> RemoteAddress {
    let width = try memoryType(Element.self).storedByteCount
    let address = try allocate(byteCount: max(elements.count * width, 1))
    try write(elements, to: address)
    return address
  }
}
