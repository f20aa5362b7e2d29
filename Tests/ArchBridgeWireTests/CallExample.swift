import ArchBridgeWire

/// The calls that the protocol's document shows.
enum CallExample {
  static let add = CallMessage(
    function: .symbol(library: 1, name: "add"), result: .int32, textLimit: 0,
    arguments: [scalar(.int32, 1), scalar(.int32, -2)])

  static let fastcall = CallMessage(
    function: .symbol(library: 1, name: "sum"), result: WireForm(.int32), textLimit: 0,
    arguments: [scalar(.int32, 7)], reportsErrno: true, convention: .fastcall)

  static let byAddress = CallMessage(
    function: .address(0xF7D4_1230), result: .void, textLimit: 0, arguments: [])

  static let everyType = CallMessage(
    function: .symbol(library: 0, name: "all"), result: .float64, textLimit: 0,
    arguments: [
      scalar(.int8, -128), scalar(.uint8, 255), scalar(.int16, -32_768), scalar(.uint16, 65_535),
      scalar(.int32, -2_147_483_648), scalar(.uint32, 4_294_967_295),
      scalar(.int64, .min), .scalar(WireScalar(type: .uint64, bits: .max)),
      .scalar(WireScalar(type: .float32, bits: UInt64(Float(1.5).bitPattern))),
      .scalar(WireScalar(type: .float64, bits: 1.234.bitPattern)),
      scalar(.bool, 1), scalar(.pointer, 0),
    ])

  static let buffers = CallMessage(
    function: .symbol(library: 1, name: "solve"), result: .void, textLimit: 0,
    arguments: [
      .buffer(WireBuffer(bytes: bytes([1, -2]), elements: .float64)),
      .buffer(WireBuffer(bytes: [UInt8(ascii: "n"), 0])),
      .buffer(WireBuffer(mode: .whole, byteCount: 16, bytes: [], elements: .float64)),
      .buffer(WireBuffer(mode: .text, byteCount: 80, bytes: [])),
    ])

  static let text = CallMessage(
    function: .symbol(library: 1, name: "zlibVersion"), result: .text, textLimit: 16_777_216,
    arguments: [])

  /// A structure that goes in memory, one in two registers, and an 80-bit number.
  static let values = CallMessage(
    function: .symbol(library: 1, name: "mix"),
    result: form(byteCount: 8, alignment: 4, []), textLimit: 0,
    arguments: [
      .bytes(form(byteCount: 3, alignment: 1, []), [1, 2, 3]),
      .bytes(
        form(byteCount: 12, alignment: 8, [.integer, .vector]),
        [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F]),
      .bytes(WireForm(.extended), [0, 0, 0, 0, 0, 0, 0, 0x80, 0xFF, 0x3F]),
    ])

  static let references = CallMessage(
    function: .symbol(library: 1, name: "walk"), result: WireForm(.int32), textLimit: 0,
    arguments: [.texts([Array("-v".utf8), nil]), .callback(callback)], reportsErrno: true)

  static let numbers = WireCallback(
    id: 7, result: WireForm(.int64), textLimit: 0,
    parameters: [WireForm(.int32), WireForm(.pointer)])

  static let callback = WireCallback(
    id: 7, result: WireForm(.int32), textLimit: 4_096,
    parameters: [WireForm(.pointer), WireForm(.text), form(byteCount: 8, alignment: 4, [])])

  static func form(
    byteCount: UInt32, alignment: UInt8, _ classes: [WireBlock.PassingClass]
  ) -> WireForm {
    guard let block = WireBlock(byteCount: byteCount, alignment: alignment, classes: classes) else {
      preconditionFailure("no such block")
    }
    return WireForm(block)
  }

  static func scalar(_ type: WireType, _ value: Int64) -> CallMessage.Argument {
    .scalar(WireScalar(type: type, bits: UInt64(bitPattern: value)))
  }

  /// Little-endian binary64 numbers.
  static func bytes(_ numbers: [Double]) -> [UInt8] {
    numbers.flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> ($0 * 8)) }
    }
  }
}
