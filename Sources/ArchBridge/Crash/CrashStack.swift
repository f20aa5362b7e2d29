internal import ArchBridgeObjectFiles
internal import ArchBridgeTransport
internal import Synchronization

/// The functions that were running when a helper ended, found from what it left of its stack.
final class CrashStack: Sendable {
  private struct State {
    /// What the frames are found from; nil when they have been.
    var report: HelperReport?
    var modules: CrashModules?
    /// Where each frame's code goes on, and whether it is where a call returns to.
    var places: [Place] = []
    /// Which of them is the innermost that is not of the system's own libraries.
    var innermost = 0
    var frames: [CrashReport.Frame]?
  }

  private struct Place {
    let counter: UInt64
    let isReturn: Bool
  }

  private let state: Mutex<State>
  private let helperPath: String?

  /// How much of a library's lines is read before an error is thrown; a millisecond reads so much.
  private static let lineByteLimit = 1 << 20

  /// How many frames are looked for.
  static let limit = 64

  init(_ report: HelperReport, helperPath: String?) {
    state = Mutex(State(report: report))
    self.helperPath = helperPath
  }

  /// All of the frames.
  var frames: [CrashReport.Frame] {
    state.withLock { state in
      if let frames = state.frames { return frames }
      walk(&state)
      let frames = state.places.map { Self.frame($0, state.modules, lineByteLimit: .max) }
      state.frames = frames
      state.modules = nil
      return frames
    }
  }

  /// The innermost frame that is not of the system's own libraries; nil where all are.
  ///
  /// Where the library has many lines, the frame's own is left to `frames`.
  var innermost: CrashReport.Frame? {
    state.withLock { state in
      walk(&state)
      let index = state.innermost
      guard index < state.places.count else { return nil }
      return state.frames?[index]
        ?? Self.frame(state.places[index], state.modules, lineByteLimit: Self.lineByteLimit)
    }
  }

  // MARK: Walking

  private func walk(_ state: inout State) {
    guard let report = state.report else { return }
    state.report = nil
    let modules = CrashModules(report, helperPath: helperPath)
    state.modules = modules
    let is64 = report.machine == 62
    let stack = report.stack
    func memory(_ address: UInt64) -> UInt64? {
      let width = is64 ? 8 : 4
      guard address >= stack.address, case let offset = address - stack.address,
        offset < UInt64(stack.bytes.count), Int(offset) <= stack.bytes.count - width
      else { return nil }
      return (0..<width).reduce(0) { $0 | UInt64(stack.bytes[Int(offset) + $1]) << UInt64(8 * $1) }
    }
    var registers = UnwindRegisters(Array(report.registers.prefix(is64 ? 17 : 9)), is64: is64)
    var isReturn = false
    while state.places.count < Self.limit, let counter = registers.programCounter {
      state.places.append(Place(counter: counter, isReturn: isReturn))
      guard
        let next = Self.caller(
          of: registers, isReturn, isFirst: state.places.count == 1, modules, memory),
        let before = registers.stackPointer, let after = next.registers.stackPointer,
        after > before, let counter = next.registers.programCounter,
        modules.mapping(at: counter &- 1) != nil
      else { break }
      (registers, isReturn) = (next.registers, !next.isSignalFrame)
    }
    Self.trim(&state.places, modules)
    state.innermost = state.places.firstIndex { Self.isLibrary($0, modules) } ?? state.places.count
  }

  private static func caller(
    of registers: UnwindRegisters, _ isReturn: Bool, isFirst: Bool, _ modules: CrashModules,
    _ memory: (UInt64) -> UInt64?
  ) -> (registers: UnwindRegisters, isSignalFrame: Bool)? {
    guard let counter = registers.programCounter else { return nil }
    let looked = isReturn ? counter &- 1 : counter
    guard let mapping = modules.mapping(at: looked) else {
      // A call of what is no code has left but the address to return to.
      guard isFirst, let caller = registers.callerOfNothing(memory) else { return nil }
      return (caller, false)
    }
    if let module = modules.module(of: mapping), let table = module.unwindTable,
      let address = module.address(of: looked, in: mapping),
      let caller = table.caller(of: registers, at: address, memory)
    {
      return caller
    }
    return registers.callerByFramePointer(memory).map { ($0, false) }
  }

  /// Leaves out the helper's own functions at both ends, and the C library's that call them.
  private static func trim(_ places: inout [Place], _ modules: CrashModules) {
    while let first = places.first, module(first, modules)?.isHelper == true {
      places.removeFirst()
    }
    let end = places.lastIndex { isLibrary($0, modules) }.map { $0 + 1 } ?? 0
    let start = places[end...].firstIndex { module($0, modules)?.isHelper == true }
    if let start { places.removeSubrange(start...) }
  }

  // MARK: Frames

  private static func module(_ place: Place, _ modules: CrashModules?) -> CrashModules.Module? {
    modules?.mapping(at: place.isReturn ? place.counter &- 1 : place.counter)
      .flatMap { modules?.module(of: $0) }
  }

  private static let systemNames = [
    "libc.so", "libc-", "libpthread", "libstdc++", "libgcc_s", "libgfortran", "ld-linux", "[vdso]",
    "libc++",
  ]

  /// Whether a place is in somebody's library, and neither the helper's nor the system's.
  private static func isLibrary(_ place: Place, _ modules: CrashModules?) -> Bool {
    guard let module = module(place, modules), !module.isHelper else { return false }
    let name = module.path.split(separator: "/").last ?? ""
    return !systemNames.contains { name.hasPrefix($0) }
  }

  private static func frame(
    _ place: Place, _ modules: CrashModules?, lineByteLimit: Int
  ) -> CrashReport.Frame {
    let distance: UInt64 = place.isReturn ? 1 : 0
    let looked = place.counter &- distance
    var frame = CrashReport.Frame(address: RemoteAddress(rawValue: place.counter))
    guard let mapping = modules?.mapping(at: looked), let module = modules?.module(of: mapping)
    else { return frame }
    frame.module = module.path
    guard let address = module.address(of: looked, in: mapping) else {
      frame.moduleOffset = place.counter &- mapping.start &+ mapping.offset
      return frame
    }
    frame.moduleOffset = address &+ distance
    guard let known = module.place(of: address, lineByteLimit: lineByteLimit) else { return frame }
    frame.symbol = known.function
    frame.symbolOffset = known.functionOffset &+ distance
    (frame.file, frame.line) = (known.file, known.line)
    return frame
  }
}
