/// The names of the versions that a file defines, by the numbers that its symbols have.
struct ELFVersionDefinitions {
  private var names: [UInt16: String] = [:]

  /// The greatest number that a symbol's version can have.
  private static let countLimit: UInt64 = 0x7FFF

  /// Reads the definitions; a file may have none.
  init(
    _ image: ELFImage, _ entries: ELFDynamicEntries, strings: inout ELFStringTable
  ) throws(ObjectFileError) {
    guard let address = entries[.versionDefinitions] else { return }
    guard let count = entries[.versionDefinitionCount] else {
      throw .missing(.versionDefinitions)
    }
    // Each step goes forward inside the region, and the count is bounded: no loop can be made.
    var rest = try image.region(.versionDefinitions, address: address)
    for _ in 0..<min(count, Self.countLimit) {
      let definition = try image.read(try rest.prefix(20))
      let isOfFile = try definition.uint16(at: 2) & 1 == 1
      let number = try definition.uint16(at: 4) & 0x7FFF
      let name = try image.read(
        try rest.dropFirst(UInt64(try definition.uint32(at: 12))).prefix(4))
      if !isOfFile {
        names[number] = try strings.string(at: UInt64(try name.uint32(at: 0)))
      }
      let step = try definition.uint32(at: 16)
      guard step != 0 else { return }
      rest = try rest.dropFirst(UInt64(step))
    }
  }

  /// The name of the version with a number; 0 and 1 say that a symbol has none.
  subscript(number: UInt16) -> String? {
    number < 2 ? nil : names[number]
  }
}
