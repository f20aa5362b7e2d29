internal import ArchBridgeObjectFiles
internal import ArchBridgeTransport
internal import ArchBridgeWire

/// What a crash report says, once everything has been found out: as a recording keeps it.
struct CrashFacts: Equatable {
  /// The signal, where the helper's end does not say.
  var signal: Int32?
  var codeText: String?
  var faultAddress: RemoteAddress?
  var isOnMainThread: Bool?
  var isInInterrupt: Bool
  var frames: [CrashReport.Frame]
  /// The innermost that is in the error's own text.
  var innermost: CrashReport.Frame?
  var standardError: [String]
  /// The guarded memory that was used wrongly.
  var guarded: HelperReport.Overrun?

  /// How many bytes they can have in a recording.
  private static let byteLimit = 1 << 20
  private static let lineLimit = 20

  init(_ storage: CrashReport.Storage) {
    signal = storage.signal
    codeText = storage.codeText
    faultAddress = storage.faultAddress
    isOnMainThread = storage.isOnMainThread
    isInInterrupt = storage.isInInterrupt
    frames = storage.frames
    innermost = storage.innermost
    standardError = storage.standardError
    guarded = storage.guarded
  }

  /// `[signal, code, address, main thread, frames, innermost, standard error, guarded, interrupt]`; of
  /// frames with names without end the outer ones are left out.
  var archived: [UInt8] {
    func text(_ text: String?) -> CBORValue { text.map { .text($0) } ?? .null }
    func frame(_ frame: CrashReport.Frame) -> CBORValue {
      .array([
        .unsigned(frame.address.rawValue), text(frame.module), .unsigned(frame.moduleOffset),
        text(frame.symbol), .unsigned(frame.symbolOffset), text(frame.file),
        frame.line.map { .unsigned(UInt64($0)) } ?? .null,
      ])
    }
    var told = frames.map(frame)
    while true {
      let bytes = CBORValue.array([
        signal.map { .unsigned(UInt64(UInt32(bitPattern: $0))) } ?? .null, text(codeText),
        faultAddress.map { .unsigned($0.rawValue) } ?? .null,
        isOnMainThread.map { .bool($0) } ?? .null, .array(told), innermost.map(frame) ?? .null,
        .array(standardError.map { .text($0) }), guarded?.archived ?? .null,
        .bool(isInInterrupt),
      ]).encoded
      if bytes.count <= Self.byteLimit || told.isEmpty { return bytes }
      told.removeLast()
    }
  }

  /// Reads what `archived` wrote.
  init(archived bytes: [UInt8]) throws(ArchiveDamage) {
    let damage = ArchiveDamage("what it says of a crash cannot be read")
    guard bytes.count <= Self.byteLimit, case .array(let items)? = try? CBORValue(decoding: bytes),
      items.count == 9, case .bool(let isInInterrupt) = items[8],
      case .array(let frames) = items[4], frames.count <= CrashStack.limit,
      case .array(let lines) = items[6], lines.count <= Self.lineLimit,
      let number = items[0].optionalNumber, let code = items[1].optionalText,
      let address = items[2].optionalNumber
    else { throw damage }
    let signal = number.map { Int32(truncatingIfNeeded: $0) }
    guard signal.map({ (1...64).contains($0) }) ?? true else { throw damage }
    (self.signal, codeText) = (signal, code)
    self.isInInterrupt = isInInterrupt
    faultAddress = address.map { RemoteAddress(rawValue: $0) }
    switch items[3] {
    case .bool(let value): isOnMainThread = value
    case .null: isOnMainThread = nil
    default: throw damage
    }
    self.frames = []
    for value in frames {
      guard let frame = CrashReport.Frame(archived: value) else { throw damage }
      self.frames.append(frame)
    }
    if case .null = items[5] {
      innermost = nil
    } else {
      guard let frame = CrashReport.Frame(archived: items[5]) else { throw damage }
      innermost = frame
    }
    standardError = []
    for value in lines {
      guard let line = value.optionalText, let line else { throw damage }
      standardError.append(line)
    }
    if case .null = items[7] { return }
    guard let memory = HelperReport.Overrun(archived: items[7]) else { throw damage }
    guarded = memory
  }
}

extension CrashReport.Frame {
  fileprivate init?(archived value: CBORValue) {
    guard case .array(let items) = value, items.count == 7, case .unsigned(let address) = items[0],
      let module = items[1].optionalText, case .unsigned(let moduleOffset) = items[2],
      let symbol = items[3].optionalText, case .unsigned(let symbolOffset) = items[4],
      let file = items[5].optionalText, let line = items[6].optionalNumber,
      line.map({ (1...UInt64(Int32.max)).contains($0) }) ?? true
    else { return nil }
    self.init(
      address: RemoteAddress(rawValue: address), module: module, moduleOffset: moduleOffset,
      symbol: symbol, symbolOffset: symbolOffset, file: file, line: line.map { Int($0) })
  }
}

extension HelperReport.Overrun {
  fileprivate var archived: CBORValue {
    .array([
      .bytes(function), .unsigned(UInt64(argument)), text.map { .unsigned(UInt64($0)) } ?? .null,
      .unsigned(memory), .unsigned(byteCount), isWrite.map { .bool($0) } ?? .null,
      .bool(isReturned),
    ])
  }

  fileprivate init?(archived value: CBORValue) {
    guard case .array(let items) = value, items.count == 7, case .bytes(let function) = items[0],
      case .unsigned(let argument) = items[1], argument <= UInt64(UInt16.max),
      let text = items[2].optionalNumber, text.map({ $0 <= UInt64(UInt32.max) }) ?? true,
      case .unsigned(let memory) = items[3], case .unsigned(let byteCount) = items[4],
      case .bool(let isReturned) = items[6]
    else { return nil }
    let isWrite: Bool?
    switch items[5] {
    case .bool(let value): isWrite = value
    case .null: isWrite = nil
    default: return nil
    }
    self.init(
      function: function, argument: Int(argument), text: text.map { Int($0) }, memory: memory,
      byteCount: byteCount, isWrite: isWrite, isReturned: isReturned)
  }
}

extension CBORValue {
  /// A text or nothing; nil where it is neither.
  ///
  /// What controls a terminal is replaced.
  fileprivate var optionalText: String?? {
    switch self {
    case .text(let text): .some(text.shown())
    case .null: .some(nil)
    default: nil
    }
  }

  /// A number or nothing; nil where it is neither.
  fileprivate var optionalNumber: UInt64?? {
    switch self {
    case .unsigned(let number): .some(number)
    case .null: .some(nil)
    default: nil
    }
  }
}
