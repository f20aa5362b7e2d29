internal import ArchBridgeABI
internal import ArchBridgeWire

/// What a recording begins with: its format, and what is needed to read the rest.
///
///     0  magic    "ABRGREC\n"
///     8  format   UInt32
///     12 length   UInt32   of the CBOR that follows: [library, architecture, encoding, text limit]
struct ArchiveHeader: Equatable {
  var library: String
  var architecture: String
  var encoding: TextEncoding
  var textLimit: Int

  static let magic = [UInt8]("ABRGREC\n".utf8)
  /// The format that this code writes, and the newest that it reads.
  static let format: UInt32 = 1
  /// The bytes before the CBOR.
  static let headByteCount = 16
  /// How many bytes the CBOR can have.
  static let byteLimit = 65_536

  init(library: String, _ configuration: LibraryClient.Configuration) {
    self.library = library
    architecture = configuration.architecture.name
    encoding = configuration.textEncoding
    textLimit = configuration.textLimit
  }

  /// The configuration of a client that is replayed.
  var configuration: LibraryClient.Configuration {
    LibraryClient.Configuration(
      architecture: Architecture.all.first { $0.name == architecture } ?? .i386,
      textEncoding: encoding, textLimit: textLimit)
  }

  /// The file's first bytes.
  var encoded: [UInt8] {
    let body = CBORValue.array([
      .text(library), .text(architecture), .text(encoding.rawValue),
      .unsigned(UInt64(clamping: textLimit)),
    ]).encoded
    var bytes = Self.magic
    bytes.append(littleEndian: UInt64(Self.format) | UInt64(body.count) << 32)
    return bytes + body
  }

  /// How many bytes of CBOR follow the head, which these bytes are.
  static func bodyByteCount(_ head: [UInt8]) throws(ArchiveDamage) -> Int {
    guard head.count == headByteCount, Array(head[..<8]) == magic else {
      throw ArchiveDamage("it is no recording of a session")
    }
    let numbers = head.number(at: 8, byteCount: 8)
    let format = UInt32(truncatingIfNeeded: numbers)
    guard format <= Self.format else {
      throw ArchiveDamage(
        "a newer version of ArchBridge made it: its format is \(format), and this version reads up "
          + "to \(Self.format)")
    }
    let count = Int(numbers >> 32)
    guard format > 0, count <= byteLimit else { throw ArchiveDamage("its head is damaged") }
    return count
  }

  init(decoding body: [UInt8]) throws(ArchiveDamage) {
    guard case .array(let items)? = try? CBORValue(decoding: body), items.count == 4,
      case .text(let library) = items[0], case .text(let architecture) = items[1],
      case .text(let name) = items[2], let encoding = TextEncoding(rawValue: name),
      case .unsigned(let limit) = items[3], encoding.unitByteCount == 1
    else { throw ArchiveDamage("its head is damaged") }
    guard Architecture.all.contains(where: { $0.name == architecture }) else {
      throw ArchiveDamage("it is of the architecture \(printable([UInt8](architecture.utf8)))")
    }
    self.library = library
    self.architecture = architecture
    self.encoding = encoding
    textLimit = Int(clamping: limit)
  }

  /// What a client that is replayed has otherwise than the recorded one; nil where nothing is.
  func difference(from configuration: LibraryClient.Configuration) -> String? {
    if configuration.architecture.name != architecture {
      return "architecture: recorded \(architecture), now \(configuration.architecture.name)"
    }
    if configuration.textEncoding != encoding {
      return
        "textEncoding: recorded \(encoding.rawValue), now \(configuration.textEncoding.rawValue)"
    }
    guard configuration.textLimit != textLimit else { return nil }
    return "textLimit: recorded \(textLimit), now \(configuration.textLimit)"
  }
}

/// Why a recording cannot be read.
struct ArchiveDamage: Error {
  let what: String

  init(_ what: String) { self.what = what }

  /// The error for the file at `path`.
  func error(_ path: String) -> BridgeError {
    BridgeError(.recordingUnreadable, "\(path) cannot be replayed: \(what)")
  }
}

extension [UInt8] {
  /// A number in little-endian order; the bytes must be there.
  func number(at offset: Int, byteCount: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<byteCount { value |= UInt64(self[offset + index]) << UInt64(8 * index) }
    return value
  }

  /// Appends a number's eight bytes.
  mutating func append(littleEndian value: UInt64) {
    for index in 0..<8 { append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
  }
}
