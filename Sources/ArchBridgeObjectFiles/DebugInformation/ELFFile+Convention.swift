internal import ArchBridgeABI

extension ELFFile {
  /// How many bytes of arguments a function of i386 takes off the stack when it returns, by the last
  /// instruction of its code; zero where that says nothing.
  ///
  /// C's own functions leave arguments where they are, and take no more than the address at which a
  /// structure is to be put. GCC's debug information does not say where a function is of another
  /// kind, such as `stdcall`.
  func byteCountTakenOff(by symbol: ELFSymbol) -> Int {
    guard header.architecture == .i386, symbol.byteCount >= 3,
      symbol.byteCount <= UInt64(UInt32.max)
    else { return 0 }
    let (end, overflow) = symbol.address.addingReportingOverflow(symbol.byteCount)
    // `ret n`, with the number of bytes in two.
    guard !overflow, let region = try? image.region(.segment, address: end - 3),
      let bytes = try? image.read(region.prefix(3)), bytes.bytes.first == 0xC2,
      let count = try? bytes.uint16(at: 1), count % 4 == 0
    else { return 0 }
    return Int(count)
  }
}
