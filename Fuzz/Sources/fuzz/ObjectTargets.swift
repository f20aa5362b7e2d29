import ArchBridgeObjectFiles

/// What lies around a file: itself in the place of its debug file, and a zlib whose streams are what
/// they stand for, again and again.
struct Surroundings: CodeMapSurroundings {
  let bytes: [UInt8]

  func file(at path: String) -> (any ObjectFileSource)? {
    require(path.utf8.count < 70_000, "a path of \(path.utf8.count) bytes")
    return ObjectFileBytes(bytes)
  }

  func decompressed(
    _ stream: [UInt8], _ compression: SectionCompression, byteCount: Int
  ) -> [UInt8]? {
    require(
      byteCount / 32_768 <= stream.count, "\(byteCount) bytes of a stream of \(stream.count)")
    guard !stream.isEmpty, byteCount <= 1 << 20 else { return nil }
    return (0..<byteCount).map { stream[$0 % stream.count] }
  }
}

extension FuzzTarget {
  /// A file with lines, asked for four addresses: eight bytes, then the file.
  static let lines = FuzzTarget(name: "lines") { bytes in
    guard bytes.count > 8 else { return }
    let file = [UInt8](bytes.dropFirst(8))
    guard
      let map = try? CodeMap(
        ObjectFileBytes(file), path: "/folder/library.so",
        surroundings: Surroundings(bytes: file))
    else { return }
    for index in 0..<4 {
      let address = number(bytes, at: 2 * index, count: 2)
      let limited = map.place(of: address, lineByteLimit: Int(bytes[0]) * 64)
      let place = map.place(of: address)
      require((place?.line ?? 1) > 0, "a line \(place?.line ?? 0)")
      require((place?.function?.utf8.count ?? 0) <= 3 * 65_536, "a name that is too long")
      require((place?.file?.utf8.count ?? 0) <= 9 * 65_536 + 2, "a path that is too long")
      require(limited == nil || place != nil, "what a limit allowed is not there without it")
    }
  }

  /// A file with unwind tables, by which a stack is walked: two bytes of where the code is, six of
  /// registers, 256 of the stack, then the file.
  static let frames = FuzzTarget(name: "frames") { bytes in
    guard bytes.count > 264, let file = try? ELFFile(ObjectFileBytes([UInt8](bytes[264...]))),
      let table = UnwindTable(file)
    else { return }
    let is64 = file.header.bitCount == 64
    let start: UInt64 = 0x8000
    func memory(_ address: UInt64) -> UInt64? {
      let width: UInt64 = is64 ? 8 : 4
      guard address >= start, address - start <= 256 - width else { return nil }
      return number(bytes, at: 8 + Int(address - start), count: Int(width))
    }
    var registers = UnwindRegisters(
      (0..<17).map { start &+ UInt64(bytes[2 + $0 % 6]) }, is64: is64)
    registers.stackPointer = start
    registers.programCounter = number(bytes, at: 0, count: 2)
    for _ in 0..<16 {
      guard let counter = registers.programCounter,
        let caller = table.caller(of: registers, at: counter, memory)
          ?? registers.callerByFramePointer(memory).map({ ($0, false) })
      else { return }
      require(caller.registers.values.count == UnwindRegisters.count, "registers are lost")
      if !is64 {
        let widest = caller.registers.values.compactMap { $0 }.max() ?? 0
        require(widest <= UInt64(UInt32.max), "a register of 32 bits is \(widest)")
      }
      registers = caller.registers
      registers.programCounter = registers.programCounter.map { $0 & 0xFFFF }
    }
  }
}

/// A number of so many bytes, in little-endian order, which are there.
func number(_ bytes: [UInt8], at offset: Int, count: Int) -> UInt64 {
  (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
}
