internal import ArchBridgeABI
internal import ArchBridgeLibraryFiles
internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Glibc
internal import SystemPackage

/// Starts a helper's process as a configuration says.
struct HelperStart {
  let configuration: LibraryClient.Configuration
  let searchPaths: [String]
  /// The library's file, where it is not one that the loader finds.
  var libraryPath: String?
  var role = Role.server
  /// The library that the session is for.
  var library = ""
  /// What the session is written to, or answered from.
  var archive: ArchivedSession?

  /// What the process is to be.
  enum Role {
    /// A helper that serves.
    case server
    /// A helper that others will be forked from.
    case template
    /// One that is forked from such a template.
    case fork(HelperTemplate)
  }

  /// Whether others will be forked from it.
  var isTemplate: Bool {
    if case .template = role { true } else { false }
  }

  /// Starts the process and returns the channel to it, and what takes its output.
  func run(
    _ observer: SessionObserver
  ) throws(BridgeError) -> (any Channel, (any HelperOutput)?) {
    let handler = configuration.output.handler(observer)
    if let channel = try archive?.replaying(handler) { return (channel, nil) }
    if let directory = configuration.workingDirectory, directory.utf8.contains(0) {
      throw BridgeError(.helperNotStarted, "the working directory's name contains a NUL")
    }
    var launch = try launch()
    var output: (any HelperOutput)?
    do throws(ChannelError) {
      if let own = handler {
        let handler = archive?.recording(own) ?? own
        let new = try OutputPump { handler(.init(isError: $0 == STDERR_FILENO, bytes: $1)) }
        launch.standardOutput = new.standardOutput
        launch.standardError = new.standardError
        output = new
      } else {
        let relay = ErrorRelay.make()
        // One pipe for both keeps their order.
        if case .standardError = configuration.output.destination {
          launch.standardOutput = relay?.standardError ?? STDERR_FILENO
        }
        launch.standardError = relay?.standardError
        output = relay
      }
      let channel = try open(launch)
      output?.started()
      return (archive?.recording(channel) ?? channel, output)
    } catch {
      output?.started()
      output?.end()
      throw cannotStart(error)
    }
  }

  private func launch() throws(BridgeError) -> HelperLaunch {
    // The rest is the template's, and cannot be changed any more.
    if case .fork(let template) = role {
      return HelperLaunch(program: .template(template), environment: [])
    }
    let program = try HelperProgram.find(configuration)
    return HelperLaunch(
      program: program, environment: try environment(),
      workingDirectory: configuration.workingDirectory)
  }

  private func open(_ launch: HelperLaunch) throws(ChannelError) -> any Channel {
    if case .template = role { return try HelperTemplate(launch) }
    guard configuration.channel == .sharedMemory else { return try PipeChannel(launch) }
    do throws(ChannelError) {
      return try SharedMemoryChannel(launch)
    } catch .noSharedMemory {
      return try PipeChannel(launch)
    } catch {
      throw error
    }
  }

  /// The program's own environment with the configuration's variables and search folders.
  private func environment() throws(BridgeError) -> [[UInt8]] {
    var variables = HelperEnvironment.inherited
    for (name, value) in configuration.environment {
      guard !name.isEmpty, !name.utf8.contains(0), !name.contains("=") else {
        throw BridgeError(.helperNotStarted, "'\(name)' is no name for an environment variable")
      }
      guard !value.utf8.contains(0) else {
        throw BridgeError(.helperNotStarted, "the environment variable '\(name)' contains a NUL")
      }
      variables[name] = [UInt8](value.utf8)
    }
    for folder in searchPaths where !Self.canSearch(folder) {
      throw BridgeError(
        .libraryNotFound,
        "no loader searches \(folder): a folder's name must be without ':', ';' and NUL")
    }
    if !searchPaths.isEmpty {
      var folders = [UInt8](searchPaths.joined(separator: ":").utf8)
      if let inherited = variables["LD_LIBRARY_PATH"] { folders += [UInt8(ascii: ":")] + inherited }
      variables["LD_LIBRARY_PATH"] = folders
    }
    return variables.entries
  }

  /// Whether a loader can be told to search this folder.
  static func canSearch(_ folder: String) -> Bool {
    !folder.utf8.contains { [0, UInt8(ascii: ":"), UInt8(ascii: ";")].contains($0) }
  }

  private func cannotStart(_ error: ChannelError) -> BridgeError {
    let architecture = configuration.architecture
    guard case .cannotStart(let errno) = error else { return BridgeError(error, limit: nil) }
    if let directory = configuration.workingDirectory, !Self.isFolder(directory) {
      return BridgeError(.helperNotStarted, "the working directory \(directory) is not there")
    }
    if unsafe access(architecture.loaderPath, X_OK) != 0 {
      return BridgeError(
        .helperNotStarted,
        "this machine has no \(architecture.loaderPath), and runs no \(architecture.name) programs; "
          + HelperProgram.advice(architecture))
    }
    if errno == .badFileDescriptor || errno == .tooManyOpenFiles {
      return BridgeError(.system, "too many files are open to start a helper; see `ulimit -n`")
    }
    if !LibraryLocator.exists("/proc/self/fd") {
      return BridgeError(.helperNotStarted, "a helper needs /proc, which is not mounted here")
    }
    if errno.rawValue == ETXTBSY {
      return BridgeError(
        .helperNotStarted, "another process has the helper's file open for writing")
    }
    if errno.rawValue == ENOEXEC {
      return BridgeError(
        .helperNotStarted,
        "this machine's kernel runs no \(architecture.name) programs, or the helper is none")
    }
    return BridgeError(.helperNotStarted, "the helper cannot be started: \(errno)")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a failed greeting means: a program that is no helper, or one that could not come up.
  static func notStarted(
    _ error: ExchangeError, _ configuration: LibraryClient.Configuration
  ) -> BridgeError {
    let architecture = configuration.architecture
    let failure: BridgeError
    switch error {
    case .refused, .tooLarge, .unmade:
      return BridgeError(.helperIncompatible, "the helper refused the greeting")
    case .bridge(let error): failure = error
    }
    var message = failure.message
    let helper = HelperProgram.namedPath(configuration)
    switch failure.code {
    case .helperEnded where helper != nil:
      message =
        "\(helper ?? "") is no helper of this version, or cannot run here: "
        + "it ended with \(failure.exitStatus?.description ?? "no status")"
    case .helperEnded:
      message += " before it was ready"
      // What the loader exits with where a library of the helper's own is missing.
      if failure.exitStatus == .exited(127) { message += "; " + HelperProgram.advice(architecture) }
    case .timedOut: message = "the helper does not answer; it is no helper of ArchBridge"
    case .protocolViolation: message = "the helper speaks no protocol of ArchBridge"
    default: return failure
    }
    var result = BridgeError(
      failure.code == .protocolViolation ? .helperIncompatible : .helperNotStarted, message)
    result.end = failure.end
    return result
  }
}
