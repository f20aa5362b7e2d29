@_exported public import ArchBridgeABI
internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles
package import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

/// A library of another architecture, loaded into a helper process of its own.
///
/// Functions are called by name, as members or with `call`:
///
///     let lib = try LibraryClient("libm.so.6")
///     try lib.declare("double cos(double x);")
///     let c: Double = try lib.cos(1.234)
///
/// Subclass it for a library of yours, and give its functions Swift signatures; a subclass restates
/// `@unchecked Sendable`. A name that the client has itself is reached through `library`:
/// `lib.library.close(3)`. A subclass's methods never divert a call.
///
/// A client may be used from any thread; its calls run one at a time, on the helper's main thread.
/// The helper ends with `close()`, with the scope of `withLibrary` or `withSession`, or when
/// nothing refers to the client any more.
@dynamicMemberLookup
open class LibraryClient: LibrarySession, @unchecked Sendable {
  /// The client's first session.
  private let first: HelperSession
  /// The one that there is now.
  @usableFromInline final var session: HelperSession { first.current }
  /// The library that the client was made for.
  public final let library: Library

  /// Starts a helper and loads a library into it.
  ///
  /// - Parameters:
  ///   - library: a path (with a `/`), a soname that the helper's loader finds (`libz.so.1`), or a
  ///     short name that is looked for in the configuration's `searchPaths` (`z` for `libz.so`).
  ///   - configuration: how the helper is started, and the library found, loaded and read.
  /// - Throws: `.libraryNotFound`, `.notASharedLibrary`, `.wrongArchitecture`,
  ///   `.dependencyMissing`, `.libraryNotLoaded`, `.helperNotFound`, `.helperNotStarted`,
  ///   `.confinementUnavailable` or `.helperIncompatible`; then there is no helper left.
  public init(
    _ library: String, configuration: Configuration = Configuration()
  ) throws(BridgeError) {
    try configuration.check()
    (first, self.library) = try HelperSession.begin(library, configuration)
    try readSignatures()
  }

  /// Starts a helper, loads a library into it, and takes the types of its functions from where
  /// `signatures` says.
  ///
  ///     let lib = try LibraryClient("./libvendor.so", signatures: .debugInformation)
  ///
  /// - Throws: what the other initializer does, and `.noSignatures` where the library has no debug
  ///   information, or none that can be read.
  public convenience init(
    _ library: String, signatures: Configuration.Signatures,
    configuration: Configuration = Configuration()
  ) throws(BridgeError) {
    var configuration = configuration
    configuration.signatures = signatures
    try self.init(library, configuration: configuration)
  }

  /// Starts a helper with a server of your own, and is its client.
  ///
  ///     let client = try LibraryClient(server: .myServer, arguments: ["device": "/dev/ttyS0"])
  ///     let sum: Int32 = try client.server.add(1, 2)
  ///
  /// A client with functions of its own is a subclass:
  ///
  ///     final class Meter: LibraryClient, @unchecked Sendable {
  ///       init(device: String) throws {
  ///         try super.init(server: .meterServer, arguments: ["device": device])
  ///       }
  ///       func volts(samples: Int32) throws -> Double { try server.volts(samples) }
  ///     }
  ///
  /// The server's library, if it has loaded one, is the client's `library`: its functions can be called
  /// by their symbols too.
  ///
  /// - Parameters:
  ///   - server: the server's program.
  ///   - arguments: what the server is given to start with; any values that are `Codable`.
  ///   - configuration: how the helper is started. The folders in `searchPaths` are where the server's
  ///     library is looked for; what describes how a library is loaded is not used.
  /// - Throws: `.serverError` where the server throws when it starts; `.helperNotFound`,
  ///   `.helperNotStarted`, `.helperIncompatible` or `.confinementUnavailable`. Then there is no helper
  ///   left.
  public init(
    server: ServerProgram, arguments: KeyValuePairs<String, any Encodable & Sendable> = [:],
    configuration: Configuration = Configuration()
  ) throws(BridgeError) {
    var configuration = configuration
    configuration.server = try ServerStart(server, arguments)
    try configuration.check()
    (first, library) = try HelperSession.begin(server.name, configuration)
    try readSignatures()
  }

  /// Takes over a session that has loaded a library.
  init(_ session: HelperSession, _ library: Library) {
    (first, self.library) = (session, library)
  }

  /// Loads a library through a channel to a server that somebody else has started.
  ///
  /// It makes calls beside others where it `standsBy`.
  package init(
    _ library: String, configuration: Configuration, channel: any Channel, standsBy: Bool = false
  ) throws(BridgeError) {
    guard configuration.confinement == .none, configuration.limits == .init() else {
      throw BridgeError(
        .confinementUnavailable, "a library without a process of its own cannot be confined")
    }
    let locator = LibraryLocator(
      architecture: configuration.architecture, searchPaths: configuration.searchPaths)
    let archive = try ArchivedSession.open(configuration, library)
    let location: LibraryLocator.Location =
      configuration.server == nil ? try archive.locate(library, locator) : .soname(library)
    first = try HelperSession(
      configuration,
      channel: archive?.replaying(
        configuration.output.handler(SessionObserver(configuration, library)))
        ?? archive?.recording(channel) ?? channel, library: library, archive: archive,
      standsBy: standsBy)
    self.library =
      if let server = configuration.server {
        try first.start(server)
      } else {
        try first.loadLibrary(library, at: location, flags: configuration.loadFlags)
      }
    try readSignatures()
  }

  /// The helper's process id.
  public final var helperProcessID: Int32 { session.processID }

  /// The helper's memory, by address.
  public final var memory: RemoteMemory { RemoteMemory(session: session) }

  /// The function of this name, from whichever library has it first.
  @_disfavoredOverload
  public final subscript(dynamicMember name: String) -> LibraryFunction { function(name) }

  func function(_ name: String) -> LibraryFunction {
    LibraryFunction(session: session, library: 0, name: name)
  }

  /// Loads another library into the same helper; it shares handles and memory with the others.
  ///
  /// What it needs is found in the configuration's `searchPaths`. Loading one that is loaded
  /// already gives the same one.
  @discardableResult
  public final func load(_ library: String, flags: LoadFlags? = nil) throws(BridgeError) -> Library
  {
    let session = try session.ready()
    let configuration = session.configuration
    let locator = LibraryLocator(
      architecture: configuration.architecture, searchPaths: configuration.searchPaths)
    return try session.loadLibrary(
      library, at: session.archive.locate(library, locator),
      flags: flags ?? configuration.loadFlags)
  }

  /// Loads another library on the client's own thread.
  @discardableResult
  public final func load(
    _ library: String, flags: LoadFlags? = nil
  ) async throws(BridgeError) -> Library {
    try await session.onThread { () throws(BridgeError) in
      try self.load(library, flags: flags)
    }
  }

  /// Reads C declarations, against which calls are checked from then on.
  ///
  ///     try lib.declare("""
  ///       typedef struct sqlite3 sqlite3;
  ///       int sqlite3_open(const char *filename, sqlite3 **db);
  ///       """)
  ///
  /// Functions, variables, `struct`, `union`, `enum` and `typedef` are read, any number of them, with
  /// C's attributes; what was declared before stays known. Widths and layouts are those of the
  /// library's architecture. `__attribute__((annotate("archbridge:…")))` says what C does not:
  /// `status=…`, `message=…` and `free=…` before a function, `out` and `free=…` at a parameter.
  ///
  /// - Throws: `.invalidDeclaration`, with the line and column; nothing of the text is kept then.
  public final func declare(_ declarations: String) throws(BridgeError) {
    do throws(DeclarationError) {
      try session.declare(declarations)
    } catch {
      throw BridgeError(error)
    }
  }

  /// The value of a constant of a declared `enum`: a C `int`.
  ///
  /// - Throws: `.symbolNotFound` where no `enum` that was declared has it.
  public final func constant(_ name: String) throws(BridgeError) -> Int {
    let declarations = session.types.declarations
    if let value = declarations.constant(named: name) { return Int(value) }
    let near = nearNames(to: name, in: declarations.constantNames, limit: 3)
    let advice = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    throw BridgeError(
      .symbolNotFound, "no constant \(name) is declared\(advice)", symbol: name)
  }

  /// Ends the session: the library's clean-up runs, and the helper is gone when this returns.
  ///
  /// A call that another thread is making is cut short: the helper is ended at once, without the
  /// library's clean-up, and no interrupt is called. Closing again does nothing; everything else throws
  /// `.sessionClosed` from then on.
  public final func close() { first.closeAll() }
}

extension HelperSession {
  /// Starts a client's helper as its configuration says, cold or warm, and loads its library.
  ///
  /// It takes the place of `predecessor`, if there is one.
  static func begin(
    _ name: String, _ configuration: LibraryClient.Configuration,
    after predecessor: HelperSession? = nil
  ) throws(BridgeError) -> (HelperSession, Library) {
    let line = predecessor?.line ?? SessionLine(library: name)
    if configuration.archive?.mode != .replaying, case .warm(let helper) = configuration.start,
      let started = try helper.startSession(name, configuration, line, after: predecessor)
    {
      return started
    }
    return try start(name, configuration, line: line, after: predecessor)
  }

  /// Starts a helper and loads a library into it.
  static func start(
    _ name: String, _ configuration: LibraryClient.Configuration,
    role: HelperStart.Role = .server, line: SessionLine = SessionLine(),
    after predecessor: HelperSession? = nil
  ) throws(BridgeError) -> (HelperSession, Library) {
    let locator = LibraryLocator(
      architecture: configuration.architecture, searchPaths: configuration.searchPaths)
    // A session that takes another's place goes on in its recording.
    let archive =
      if let predecessor { predecessor.archive } else {
        try ArchivedSession.open(configuration, name)
      }
    // A server finds its library itself.
    let location: LibraryLocator.Location =
      configuration.server == nil ? try archive.locate(name, locator) : .soname(name)
    var searchPaths = configuration.searchPaths.map(LibraryLocator.absolute)
    if configuration.findsDependenciesBesideLibrary, case .file(let path) = location {
      let folder = path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
      // The library itself is loaded by its path; a loader may be unable to search beside it.
      if HelperStart.canSearch(folder) { searchPaths.append(folder) }
    }
    var start = HelperStart(
      configuration: configuration, searchPaths: searchPaths, role: role, library: name,
      archive: archive)
    if case .file(let path) = location { start.libraryPath = path }
    let session = try HelperSession(start, line: line, after: predecessor)
    do throws(BridgeError) {
      let library =
        if let server = configuration.server {
          try session.start(server)
        } else {
          try session.loadLibrary(name, at: location, flags: configuration.loadFlags)
        }
      // Now, and not when it is needed.
      if let interrupt = configuration.interrupt {
        _ = try session.resolve(interrupt.function, in: library.number)
      }
      return (session, library)
    } catch {
      session.close()
      throw error
    }
  }

  func loadLibrary(
    _ name: String, at location: LibraryLocator.Location, flags: LoadFlags
  ) throws(BridgeError) -> Library {
    let (number, path) = try load(name, at: location, flags: flags)
    let library = Library(
      session: self, number: number, libraryName: name, libraryPath: path)
    // What was not found may be in this one.
    plans.forget()
    libraries.withLock { known in
      if !known.contains(where: { $0.number == number }) { known.append(LoadedLibrary(library)) }
    }
    return library
  }
}

/// A library's place in its session, without a reference back to it.
struct LoadedLibrary: Sendable {
  let number: UInt32
  let name: String
  let path: String

  init(_ library: Library) {
    (number, name, path) = (library.number, library.libraryName, library.libraryPath)
  }
}
