internal import ArchBridgeWire
internal import CArchBridgeCalls

extension ab_type {
  /// The type that libffi is told of for a form; a text is the pointer that it is behind.
  init(_ form: WireForm) {
    let type: WireType
    switch form.type {
    case .text, .text16, .text32, .texts, .callback: type = .pointer
    case let other: type = other
    }
    var classes: (UInt8, UInt8) = (0, 0)
    let registers = form.block?.classes ?? []
    if registers.count > 0 { classes.0 = registers[0].rawValue }
    if registers.count > 1 { classes.1 = registers[1].rawValue }
    self.init(
      byte_count: UInt32(form.byteCount ?? 0), code: type.rawValue,
      alignment: form.block?.alignment ?? 1, class_count: UInt8(registers.count),
      classes: classes)
  }
}
