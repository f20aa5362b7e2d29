internal import ArchBridgeABI
internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

/// One helper from its start to its end: requests one at a time, and the first failure kept.
@safe @usableFromInline final class HelperSession: Sendable {
  let configuration: LibraryClient.Configuration
  let channel: any Channel
  /// The memory for bulk data; nil where the channel has none.
  let arena: SharedArena?
  /// The same, where it is the one that costs least.
  let sharedMemory: SharedMemoryChannel?
  /// The same, for calls.
  let sharedMemoryOfCalls: Unmanaged<SharedMemoryChannel>?
  /// What the session is written to, or answered from.
  let archive: ArchivedSession?
  /// What looks into the session.
  let observer: SessionObserver
  /// Whether every call is told or recorded: calls by plans are not made then.
  let watchesCalls: Bool
  let output: (any HelperOutput)?
  /// What the helper was started to find: folders, and the library's file.
  let searchPaths: [String]
  let libraryPath: String?
  /// The time limit of calls; −1 for none.
  let timeoutNanoseconds: Int64
  /// Held by the request that is under way; those that its closures make are part of it.
  let turn = CallTurn()
  /// What this has in common with the sessions that its client has had, and will have.
  let line: SessionLine
  /// What has taken its place.
  let successor = Mutex<HelperSession?>(nil)
  /// Whether there is one, or is going to be one for the thread that sets it up.
  let isReplaced = Atomic(false)
  /// How many sessions its client has had before; what belongs to one of them is not another's.
  let generation: Int
  let agreedVersion = Atomic<UInt16>(0)
  let failure = Mutex<BridgeError?>(nil)
  /// Held while it is found out what became of the helper.
  let failing = Mutex(())
  /// Whether there is one.
  let hasFailed = Atomic(false)
  let lanes = SessionLanes()
  let callbacks = CallbackCenter()
  /// Calls that are made beside others.
  let interrupts = Interrupts()
  let plans = PlanCache()
  /// Set before the lock is waited for, so that closing does not wait for a call.
  let isClosed = Atomic(false)
  private let currentTypes: Mutex<TypeContext>
  let libraries = Mutex<[LoadedLibrary]>([])
  /// What the helper's own server offers, where it has one.
  let serverInterface = Mutex<ServerInterface?>(nil)
  /// What has been loaded, in order: to be loaded again.
  let loads = Mutex<[LibraryLoad]>([])

  /// How long a helper may take to answer the greeting; a right one needs about a millisecond.
  static let startLimit = Duration.seconds(10)
  /// A time limit that is longer counts as this: a hundred years.
  static let longestLimit = Duration.seconds(3_155_760_000)

  /// Starts a helper and agrees with it on a version.
  ///
  /// One that is forked goes on where `session` has ended: with a version and libraries.
  ///
  /// It takes the place of `predecessor`, if there is one.
  init(
    _ start: HelperStart, continuing session: HelperSession? = nil, line: SessionLine,
    after predecessor: HelperSession? = nil
  ) throws(BridgeError) {
    self.line = line
    generation = predecessor.map { $0.generation + 1 } ?? 0
    configuration = start.configuration
    timeoutNanoseconds = configuration.timeoutNanoseconds
    currentTypes = Mutex(TypeContext(configuration))
    archive = start.archive
    observer = SessionObserver(configuration, start.library)
    watchesCalls = observer.watchesCalls || archive != nil
    (searchPaths, libraryPath) = (start.searchPaths, start.libraryPath)
    (channel, output) = try start.run(observer)
    arena = channel.sharedRegion.map(SharedArena.init)
    sharedMemory = channel as? SharedMemoryChannel
    unsafe sharedMemoryOfCalls = sharedMemory.map { unsafe .passUnretained($0) }
    if let session {
      agreedVersion.store(session.version, ordering: .relaxed)
      let known = session.libraries.withLock { $0 }
      libraries.withLock { $0 = known }
      let loaded = session.loads.withLock { $0 }
      loads.withLock { $0 = loaded }
      callbacks.skip(numbersOf: session.callbacks)
    }
    // Scopes may have begun that are about this session too.
    if predecessor != nil || configuration.interrupt != nil { lanes.addScope(1) }
    do throws(BridgeError) {
      if session == nil { try greet() }
      // From here on the helper does what it is asked, and nothing has been loaded that was not
      // confined so.
      try confine(to: start.confinement)
      // What is forked has the thread that forks alone.
      if !start.isTemplate { standBy() }
      try guardBuffers()
      observer.started(channel.processID)
      if configuration.recovery == .automatic { watchEnd() }
      if let predecessor {
        observer.restarted(channel.processID, because: predecessor.failure.withLock { $0 })
      }
    } catch {
      close()
      throw error
    }
  }

  /// Takes over a channel to a helper that somebody else has started.
  init(
    _ configuration: LibraryClient.Configuration, channel: any Channel, library: String = "",
    archive: ArchivedSession? = nil, standsBy: Bool = true
  ) throws(BridgeError) {
    line = SessionLine()
    generation = 0
    self.configuration = configuration
    self.archive = archive
    observer = SessionObserver(configuration, library)
    watchesCalls = observer.watchesCalls || archive != nil
    timeoutNanoseconds = configuration.timeoutNanoseconds
    currentTypes = Mutex(TypeContext(configuration))
    (searchPaths, libraryPath) = ([], nil)
    self.channel = channel
    arena = channel.sharedRegion.map(SharedArena.init)
    sharedMemory = channel as? SharedMemoryChannel
    unsafe sharedMemoryOfCalls = sharedMemory.map { unsafe .passUnretained($0) }
    output = nil
    if configuration.interrupt != nil { lanes.addScope(1) }
    try greet()
    if standsBy { standBy() }
    try guardBuffers()
    observer.started(channel.processID)
  }

  deinit { close() }

  /// The helper's process id; 0 where the channel has none.
  var processID: Int32 { channel.processID }

  // MARK: Types

  /// What C's types mean in this session now.
  var types: TypeContext { currentTypes.withLock { $0 } }

  /// Reads C declarations, all of them or none.
  func declare(_ text: String) throws(DeclarationError) {
    let result = currentTypes.withLock { types in
      Result { () throws(DeclarationError) in
        var declarations = types.declarations
        try declarations.parse(text)
        types = types.declaring(declarations, types.fortran)
      }
    }
    try result.get()
    // What was planned knew less.
    plans.forget()
  }

  /// Reads Fortran declarations, all of them or none.
  func declare(fortran text: String, form: FortranForm) throws(DeclarationError) {
    let result = currentTypes.withLock { types in
      Result { () throws(DeclarationError) in
        var fortran = types.fortran
        try fortran.parse(text, form: form, on: types.dataModel)
        var declarations = types.declarations
        // What is declared in C under the name, or cannot be, stays as it is.
        for type in fortran.derivedTypes {
          try? type.cDeclaration.map { try declarations.parse($0) }
        }
        types = types.declaring(declarations, fortran)
      }
    }
    try result.get()
    plans.forget()
  }

  // MARK: Start

  private func greet() throws(BridgeError) {
    let welcome: WelcomeMessage
    do throws(ExchangeError) {
      let body = try exchange(HelloMessage(), expecting: .welcome)
      guard let message = try? WelcomeMessage(decoding: body) else {
        // Nobody knows of the session yet.
        channel.close(grace: .zero)
        throw ExchangeError.bridge(Self.violation("its greeting makes no sense"))
      }
      welcome = message
    } catch {
      throw HelperStart.notStarted(error, configuration)
    }
    let architecture = configuration.architecture
    guard welcome.version != 0,
      ProtocolVersion.oldest...ProtocolVersion.newest ~= welcome.version
    else {
      throw BridgeError(
        .helperIncompatible,
        "\(helperName) speaks protocol \(welcome.oldestVersion) to \(welcome.newestVersion) and "
          + "chose \(welcome.version), this program \(ProtocolVersion.oldest) to "
          + "\(ProtocolVersion.newest); build them from one version of ArchBridge")
    }
    guard welcome.machine == architecture.elfMachine,
      Int(welcome.pointerByteCount) == architecture.dataModel.pointerByteCount
    else {
      throw BridgeError(
        .helperIncompatible,
        "\(helperName) is for another architecture (machine \(welcome.machine)) than "
          + "\(architecture.name)")
    }
    agreedVersion.store(welcome.version, ordering: .relaxed)
  }

  private var helperName: String {
    configuration.server.map { "the server \($0.program.name)" } ?? "the helper"
  }

  // MARK: Threads and end

  /// The client's own thread.
  var thread: WorkerThread { line.thread }

  /// Ends the helper, at once where it is busy.
  ///
  /// May be called again, and from any thread.
  func close() {
    isClosed.store(true, ordering: .releasing)
    end()
  }

  /// Ends the helper, and all that waits for it.
  func end() {
    observer.closed(channel.close(grace: configuration.closeTimeout))
    lanes.endAll(.closed)
    callbacks.removeAll()
    output?.end()
  }

  /// Takes what another session's declarations say.
  func takeTypes(from other: HelperSession) {
    let types = other.types
    take(types.declarations, types.fortran)
  }

  /// Takes declarations in the place of those that there are.
  func take(_ declarations: CDeclarations, _ fortran: FortranDeclarations) {
    currentTypes.withLock { types in
      types = types.declaring(declarations, fortran)
    }
  }
}

extension TypeContext {
  /// What C's types mean where nothing is declared.
  fileprivate convenience init(_ configuration: LibraryClient.Configuration) {
    self.init(
      declarations: CDeclarations(), architecture: configuration.architecture,
      encoding: configuration.textEncoding)
  }
}
