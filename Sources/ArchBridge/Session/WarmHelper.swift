internal import ArchBridgeABI
internal import ArchBridgeLibraryFiles
internal import ArchBridgeTransport
internal import Logging
internal import Synchronization

/// A helper that has loaded a library, and from which those of clients are forked.
///
/// A client that starts warm has its helper after about the time that a fork takes: the library is
/// loaded already, and what it keeps in memory is there as it was, a copy for each client.
///
///     let warm = try WarmHelper("libz.so.1")
///     let zlib = try LibraryClient("libz.so.1", configuration: warm.configuration)
///
/// What the library did while it was loaded it has done once for all clients: what it printed went
/// to the warm helper's own `output`, and a process id or a random seed that it keeps is the same
/// in each of them.
///
/// Only a process with one thread can be forked. A library that starts threads while it is loaded
/// is started cold for each client, which the log says once (label `ArchBridge`).
public final class WarmHelper: Sendable {
  private enum State {
    case warm(HelperSession, HelperTemplate)
    case cold
    case closed
  }

  private let library: Library
  private let location: LibraryLocator.Location
  private let searchPaths: [String]
  private let made: LibraryClient.Configuration
  private let state: Mutex<State>

  /// Starts a helper, loads a library into it and keeps it for clients.
  ///
  /// - Parameters:
  ///   - library: as for `LibraryClient`.
  ///   - configuration: how the helper is started, and the library found and loaded. Clients get the
  ///     program's environment and working directory as they are now.
  /// - Throws: what making a `LibraryClient` throws.
  public convenience init(
    _ library: String, configuration: LibraryClient.Configuration = .init()
  ) throws(BridgeError) {
    let (session, loaded) = try Self.load(library, configuration)
    try self.init(session, loaded)
  }

  /// Starts a helper, loads a library into it, prepares it and keeps it for clients.
  ///
  /// - Parameters:
  ///   - library: as for `LibraryClient`.
  ///   - configuration: as above.
  ///   - prepare: what the library is to have done before any client comes: reading its tables,
  ///     asking for its licence. The client that it gets cannot be used afterwards, nor can closures
  ///     that were registered with it.
  /// - Throws: what making a `LibraryClient` throws, and what `prepare` throws.
  public convenience init(
    _ library: String, configuration: LibraryClient.Configuration = .init(),
    prepare: (LibraryClient) throws -> Void
  ) throws {
    let (session, loaded) = try Self.load(library, configuration)
    do {
      try prepare(LibraryClient(session, loaded))
    } catch {
      session.close()
      throw error
    }
    try self.init(session, loaded)
  }

  private init(_ session: HelperSession, _ library: Library) throws(BridgeError) {
    made = session.configuration
    self.library = library
    searchPaths = made.searchPaths.map(LibraryLocator.absolute)
    do throws(BridgeError) {
      location = try Self.location(of: library.libraryName, made)
      state = Mutex(try Self.begin(session, library.libraryName))
    } catch {
      session.close()
      throw error
    }
  }

  private static func load(
    _ library: String, _ configuration: LibraryClient.Configuration
  ) throws(BridgeError) -> (HelperSession, Library) {
    try configuration.check()
    guard configuration.archive == nil else { throw SessionArchive.warm(library) }
    return try HelperSession.start(library, configuration, role: .template)
  }

  deinit { close() }

  /// What a client's configuration must be: that of the warm helper, started warm.
  ///
  /// How text is read, where output goes, time limits and the channel are each client's own, and may
  /// be changed.
  public var configuration: LibraryClient.Configuration {
    var configuration = made
    configuration.start = .warm(self)
    return configuration
  }

  /// Whether clients are forked from the helper: false where the library starts threads, and after
  /// the helper's end.
  public var isWarm: Bool {
    state.withLock { if case .warm = $0 { true } else { false } }
  }

  /// The process that clients' helpers are forked from; nil where there is none.
  public var processID: Int32? {
    state.withLock { if case .warm(let session, _) = $0 { session.processID } else { nil } }
  }

  /// Ends the helper, as soon as the last client is closed that has been forked from it.
  ///
  /// Clients go on undisturbed; a new one cannot be made any more.
  public func close() {
    let before = state.withLock { state in
      defer { state = .closed }
      return state
    }
    if case .warm(let session, _) = before { session.close() }
  }

  // MARK: Clients

  /// Forks a helper for a client; nil where it is to be started cold.
  func startSession(
    _ name: String, _ configuration: LibraryClient.Configuration, _ line: SessionLine,
    after predecessor: HelperSession?
  ) throws(BridgeError) -> (HelperSession, Library)? {
    guard configuration.archive == nil else { throw SessionArchive.warm(name) }
    try check(name, configuration)
    let origin: HelperSession
    let template: HelperTemplate
    switch state.withLock({ $0 }) {
    case .warm(let session, let known): (origin, template) = (session, known)
    case .cold: return nil
    case .closed: throw closed
    }
    do throws(BridgeError) {
      let start = HelperStart(
        configuration: configuration, searchPaths: origin.searchPaths,
        libraryPath: origin.libraryPath, role: .fork(template), library: name)
      let session = try HelperSession(
        start, continuing: origin, line: line, after: predecessor)
      let library = Library(
        session: session, number: library.number, libraryName: name,
        libraryPath: library.libraryPath)
      return (session, library)
    } catch  where error.code == .helperEnded || error.code == .timedOut {
      becomeCold(error)
      return nil
    } catch  where error.code == .sessionClosed {
      throw closed
    } catch {
      throw error
    }
  }

  private var closed: BridgeError {
    BridgeError(.sessionClosed, "the warm helper of \(library.libraryName) has been closed")
  }

  private func becomeCold(_ error: BridgeError) {
    let session = state.withLock { state -> HelperSession? in
      guard case .warm(let session, _) = state else { return nil }
      state = .cold
      return session
    }
    guard let session else { return }
    Self.log("\(library.libraryName) is started cold from now on: its warm \(error.message)")
    session.close()
  }

  // MARK: Fit

  /// Refuses a client that the warm helper was not made for.
  private func check(
    _ name: String, _ configuration: LibraryClient.Configuration
  ) throws(BridgeError) {
    let differences: [(String, Bool)] = [
      ("architecture", configuration.architecture != made.architecture),
      ("searchPaths", configuration.searchPaths.map(LibraryLocator.absolute) != searchPaths),
      (
        "findsDependenciesBesideLibrary",
        configuration.findsDependenciesBesideLibrary != made.findsDependenciesBesideLibrary
      ),
      ("loadFlags", configuration.loadFlags != made.loadFlags),
      ("environment", configuration.environment != made.environment),
      ("workingDirectory", configuration.workingDirectory != made.workingDirectory),
      ("helperPath", configuration.helperPath != made.helperPath),
      ("confinement", configuration.confinement != made.confinement),
      ("limits", configuration.limits != made.limits),
      ("guardsBuffers", configuration.guardsBuffers != made.guardsBuffers),
    ]
    if let different = differences.first(where: \.1)?.0 {
      throw BridgeError(
        .warmHelperMismatch,
        "the warm helper of \(library.libraryName) was made with another `\(different)`; make the "
          + "client with the warm helper's `configuration`", library: name)
    }
    guard name != library.libraryName || name.contains("/") else { return }
    guard try Self.location(of: name, configuration) == location else {
      throw BridgeError(
        .warmHelperMismatch,
        "the warm helper was made for \(library.libraryName), and not for \(name)", library: name)
    }
  }

  private static func location(
    of name: String, _ configuration: LibraryClient.Configuration
  ) throws(BridgeError) -> LibraryLocator.Location {
    // The file has been looked at, or is when a helper is started for it.
    if name.contains("/") { return .file(LibraryLocator.absolute(name)) }
    return try LibraryLocator(
      architecture: configuration.architecture, searchPaths: configuration.searchPaths
    ).locate(name)
  }

  // MARK: Start

  /// Ends the session in which the library was loaded; its helper is forked from then on.
  private static func begin(
    _ session: HelperSession, _ library: String
  ) throws(BridgeError) -> State {
    guard let template = session.channel as? HelperTemplate else { return .cold }
    // A call that another thread is making with the client that prepared is the last.
    session.turn.withTurn { session.isClosed.store(true, ordering: .releasing) }
    let threadCount: Int
    do throws(ChannelError) {
      threadCount = try template.begin()
    } catch .ended(.exited(0)) {
      throw BridgeError(
        .helperIncompatible,
        "the helper ended instead of waiting for clients: it is of another version, or \(library) "
          + "closes descriptors that are not its own")
    } catch {
      throw BridgeError(error, limit: nil)
    }
    if threadCount == 1 { return .warm(session, template) }
    log("\(library) starts threads while it is loaded, and is started cold for each client")
    session.close()
    return .cold
  }

  private static func log(_ text: String) { Logger(label: "ArchBridge").warning("\(text)") }
}
