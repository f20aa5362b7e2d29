internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import SystemPackage

/// What a recording consists of behind its header, in the order in which it happened.
///
///     0  kind      UInt8
///     1  zero      3 bytes
///     4  checksum  UInt32   of the kind and the bytes
///     8  length    UInt64   of the bytes that follow
enum ArchiveRecord {
  /// What a record is.
  enum Kind: UInt8 {
    /// A helper starts: the first, or one that takes another's place.
    case part = 1
    /// An envelope went to the helper.
    case sent = 2
    /// An envelope came from it.
    case received = 3
    /// The channel failed.
    case failed = 4
    /// A library is about to be loaded, or was not found: its name, and the error.
    case load = 5
    /// What an error says that depends on the machine.
    case error = 6
    /// What the library printed.
    case output = 7
    /// The session was closed.
    case end = 8
    /// What is known of the helper's end.
    case crash = 9
  }

  static let headByteCount = 16
  /// How many bytes a record can have: an envelope with its header.
  static let byteLimit = EnvelopeHeader.byteCount + EnvelopeHeader.bodyLimit

  /// A record's bytes.
  static func encode(_ kind: Kind, _ bytes: [UInt8]) -> [UInt8] {
    var record: [UInt8] = []
    record.reserveCapacity(headByteCount + bytes.count)
    record.append(
      littleEndian: UInt64(kind.rawValue) | UInt64(checksum(kind.rawValue, bytes)) << 32)
    record.append(littleEndian: UInt64(bytes.count))
    record += bytes
    return record
  }

  /// FNV-1a over words of 64 bits, folded: against damage, not against malice.
  static func checksum(_ kind: UInt8, _ bytes: [UInt8]) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(kind)
    func add(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01b3 }
    // Safe: the words are read within the bytes.
    let whole = bytes.count & ~7
    unsafe bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < whole {
        add(
          UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
    }
    for byte in bytes[whole...] { add(UInt64(byte)) }
    add(UInt64(bytes.count))
    hash ^= hash >> 29
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

/// A channel's failure in a recording: a code and a number.
extension ChannelError {
  var archived: [UInt8] {
    let (code, number): (UInt8, Int32) =
      switch self {
      case .ended(.exited(let status)): (1, status)
      case .ended(.signalled(let signal)): (2, signal)
      case .ended(.unknown): (3, 0)
      case .timedOut: (4, 0)
      case .system(let errno), .cannotStart(let errno): (5, errno.rawValue)
      case .notAnEnvelope: (6, 0)
      case .closed, .noSharedMemory, .tooLarge: (7, 0)
      case .hungUp: (8, 0)
      }
    return [code] + (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// Reads what `archived` wrote; nil for anything else.
  init?(archived bytes: [UInt8]) {
    guard bytes.count == 5 else { return nil }
    let number = Int32(truncatingIfNeeded: bytes.number(at: 1, byteCount: 4))
    switch bytes[0] {
    case 1: self = .ended(.exited(number))
    case 2: self = .ended(.signalled(number))
    case 3: self = .ended(.unknown)
    case 4: self = .timedOut
    case 5: self = .system(Errno(rawValue: number))
    case 6: self = .notAnEnvelope(.notAnEnvelope)
    case 7: self = .closed
    case 8: self = .hungUp(.signalled(9))
    default: return nil
    }
  }
}

/// An error in a recording: `[code, message, symbol or null, library or null]`.
extension BridgeError {
  var archived: CBORValue {
    func text(_ text: String?) -> CBORValue { text.map { .text($0) } ?? .null }
    return .array([.text(code.rawValue), .text(message), text(symbol), text(library)])
  }

  init?(archived value: CBORValue) {
    guard case .array(let items) = value, items.count == 4, case .text(let code) = items[0],
      case .text(let message) = items[1]
    else { return nil }
    func text(_ value: CBORValue) -> String? {
      if case .text(let text) = value { text } else { nil }
    }
    self.init(
      Code(rawValue: code), message, symbol: text(items[2]), library: text(items[3]))
  }
}
