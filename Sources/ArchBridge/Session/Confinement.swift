extension LibraryClient.Configuration {
  /// What a library is kept from doing: the kernel refuses it, from before the library is loaded.
  ///
  /// Each level includes those before it. A kernel that does not offer all of one is an error when
  /// the session starts (`.confinementUnavailable`): nothing is confined less than it says. Nothing
  /// of it is undone while the helper lives. `Documentation/confinement.md` has what each level
  /// promises, and what it does not.
  public struct Confinement: Hashable, Sendable {
    /// What is kept from a library.
    enum Level: Hashable, Comparable, Sendable { case none, noNetwork, readOnlyFiles, strict }

    let level: Level
    let writable: [String]
    let readable: [String]
    /// Whether it may send signals to processes that are not its own.
    ///
    /// Kernels before Linux 6.12 cannot prevent that for a library that may start processes, and
    /// refuse `.noNetwork` and `.readOnlyFiles` unless this is set. `.strict` never allows it.
    public var allowsSignals = false
    /// The newest version of Landlock to use, as on an older kernel; 0 for the kernel's own.
    package var newestLandlock: UInt32 = 0

    init(_ level: Level, writing writable: [String] = [], reading readable: [String] = []) {
      self.level = level
      self.writable = writable
      self.readable = readable
    }

    /// Nothing is: the library can do what the program can.
    public static let none = Confinement(.none)

    /// No sockets of any kind, and no other process's memory.
    public static let noNetwork = Confinement(.noNetwork)

    /// No changes to files either, but to these and what is in these folders.
    public static func readOnlyFiles(_ writable: [String] = []) -> Confinement {
      Confinement(.readOnlyFiles, writing: writable)
    }

    /// Nothing but computing: no files beyond what loading takes, no programs, no processes.
    public static let strict = Confinement(.strict)

    /// The same, but for files and folders that are read, or read and changed.
    public static func strict(reading: [String] = [], writing: [String] = []) -> Confinement {
      Confinement(.strict, writing: writing, reading: reading)
    }
  }

  /// How much a helper's process may use; what is nil is as for the program.
  public struct Limits: Hashable, Sendable {
    /// How many bytes of address space it may have: the library, its data, and what it maps.
    public var memoryByteCount: Int?
    /// How many seconds of processor time it may take, from its start to its end.
    public var processorSeconds: Int?
    /// How long a file may become that it writes.
    public var fileByteCount: Int?
    /// How many processes and threads its user may have before it can start no more; root may have
    /// any number.
    public var processCount: Int?
    /// How many files it may have open; the helper has 8.
    public var openFileCount: Int?

    /// Makes limits; what is not named has none.
    public init(
      memoryByteCount: Int? = nil, processorSeconds: Int? = nil, fileByteCount: Int? = nil,
      processCount: Int? = nil, openFileCount: Int? = nil
    ) {
      self.memoryByteCount = memoryByteCount
      self.processorSeconds = processorSeconds
      self.fileByteCount = fileByteCount
      self.processCount = processCount
      self.openFileCount = openFileCount
    }

    /// In the wire's order, by name.
    private var named: [(name: String, limit: Int?)] {
      [
        ("memoryByteCount", memoryByteCount), ("processorSeconds", processorSeconds),
        ("fileByteCount", fileByteCount), ("processCount", processCount),
        ("openFileCount", openFileCount),
      ]
    }

    /// In the wire's order, the largest number for none.
    var numbers: [UInt64] { named.map { $0.limit.map { UInt64(clamping: $0) } ?? .max } }

    /// Refuses what cannot be.
    func check() throws(BridgeError) {
      for (name, limit) in named {
        guard let limit, limit < 0 else { continue }
        throw BridgeError(
          .valueOutOfRange, "the configuration's `limits.\(name)` is \(limit): less than nothing")
      }
    }
  }
}

extension LibraryClient {
  /// A system call that a session's confinement refused.
  public struct Refusal: Hashable, Sendable, CustomStringConvertible {
    /// The call's name, as in the manual.
    public let systemCall: String
    /// How often it was refused, at most 65,535.
    public let count: Int

    /// `socket (3 times)`.
    public var description: String {
      count == 1 ? systemCall : "\(systemCall) (\(count) times)"
    }
  }

  /// What the session's confinement has refused so far: the first 12 different system calls.
  ///
  /// The library got `EPERM`. What is not here are refusals to open, make or remove files, which the
  /// library gets as `EACCES` from the kernel's Landlock, those to start processes, and those
  /// to programs that the library started. A helper that has ended still tells, except over pipes.
  public final var refusals: [Refusal] { session.refusals }
}
