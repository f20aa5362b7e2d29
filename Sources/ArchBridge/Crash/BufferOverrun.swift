internal import ArchBridgeABI
internal import ArchBridgeTransport
internal import ArchBridgeWire

/// Memory of a call's argument that the library has used beyond its ends, in words.
struct BufferOverrun {
  /// Which argument, with its name and length.
  private let subject: String
  /// What was done, and where.
  private let event: String

  /// What was found after a call: bytes beside the memory that have been written.
  init(_ message: OverrunMessage, of function: FunctionDeclaration?, argumentCount: Int?) {
    subject = Self.subject(
      Int(message.argument), text: message.text.map { Int($0) }, message.byteCount, function,
      argumentCount: argumentCount)
    let side = message.last < 0 ? "before its beginning" : "past its end"
    let place =
      message.first == message.last
      ? "at byte \(message.first)" : "at bytes \(message.first) to \(message.last)"
    let shown = message.bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
    let isAll = UInt64(bitPattern: message.last &- message.first) < UInt64(message.bytes.count)
    event =
      "was written \(side), \(place): \(shown.joined(separator: " "))\(isAll ? "" : " …")"
  }

  /// What ended a helper: an address that cannot be used, in or beside the memory.
  ///
  /// `current` is the function that was being called.
  init(
    _ overrun: HelperReport.Overrun, at address: UInt64, of function: FunctionDeclaration?,
    during current: String?
  ) {
    var subject = Self.subject(
      overrun.argument, text: overrun.text, overrun.byteCount, function, argumentCount: nil)
    let name = printable(overrun.function)
    if overrun.isReturned {
      subject += " of an earlier call" + (name.isEmpty ? "" : " of \(name)")
    } else if name != current, !name.isEmpty {
      subject += " of \(name)"
    }
    self.subject = subject
    let verb =
      switch overrun.isWrite {
      case true?: "was written"
      case false?: "was read"
      case nil: "was used"
      }
    event = "\(verb) \(Self.place(address, overrun))"
  }

  /// Where an address is, as seen from the memory.
  private static func place(_ address: UInt64, _ overrun: HelperReport.Overrun) -> String {
    func bytes(_ count: UInt64) -> String { "\(count) byte\(count == 1 ? "" : "s")" }
    if address < overrun.memory {
      return "\(bytes(overrun.memory - address)) before its beginning"
    }
    let offset = address - overrun.memory
    if offset < overrun.byteCount { return "at byte \(offset), when the call had returned" }
    let distance = offset - overrun.byteCount
    return distance == 0 ? "right past its end" : "\(bytes(distance)) past its end"
  }

  private static func subject(
    _ index: Int, text: Int?, _ byteCount: UInt64, _ function: FunctionDeclaration?,
    argumentCount: Int?
  ) -> String {
    let parameters = function?.type.parameters ?? []
    let isVariadic = function?.type.isVariadic ?? true
    let length = "\(byteCount) byte\(byteCount == 1 ? "" : "s")"
    if index == argumentCount ?? (isVariadic ? nil : parameters.count) {
      return "the result (\(length))"
    }
    let place = "argument \(index + 1)" + (text.map { ", text \($0)" } ?? "")
    let name = index < parameters.count ? parameters[index].name : nil
    return "\(place) (\(name.map { "'\($0)', " } ?? "")\(length))"
  }

  /// All in a sentence's beginning: `argument 1 ('buffer', 16 bytes) was written right past its end`.
  var text: String { "\(subject) \(event)" }
}
