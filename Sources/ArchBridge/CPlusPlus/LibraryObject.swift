internal import ArchBridgeABI

/// A handle of an object of a C++ class, which the program makes and ends itself.
///
///     struct Gauge: LibraryObject {
///       static let className = "vendor::Gauge"
///       static let byteCount: Int? = 36
///       let address: RemoteAddress
///     }
///
///     let gauge = try Gauge.new(in: lib, "(const char*)", "boiler")
///     let value: Double = try lib.call("double vendor::Gauge::read(double) const", gauge, 1.5)
///     try gauge.delete(in: lib)
///
/// Nothing ends the object when Swift loses the handle. What a factory of the library's returns is of
/// a class that the program need not know: the library's own function ends it.
public protocol LibraryObject: LibraryHandle {
  /// The class's name with its scopes.
  static var className: String { get }
  /// How long an object is on the library's architecture: `sizeof`. Where it is nil, a structure that
  /// is declared under the class's own name says.
  static var byteCount: Int? { get }
}

extension LibraryObject {
  /// A declaration says.
  public static var byteCount: Int? { nil }

  /// Makes an object: memory of the library's `operator new`, then the constructor.
  ///
  /// Where the constructor throws the memory is given back.
  ///
  /// - Parameters:
  ///   - client: the client of the library that has the class.
  ///   - parameters: the constructor's parameters, as in `"(const char*, double)"`; without them the
  ///     class has one constructor.
  ///   - arguments: the constructor's arguments.
  /// - Throws: `.symbolNotFound` where no such constructor is exported, as of a class that is whole
  ///   in its header; `.unsupportedType` where nobody says how long an object is; `.exceptionThrown`.
  public static func new(
    in client: LibraryClient, _ parameters: String = "", _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> Self {
    let name = CxxName(className)
    let constructor = LibraryFunction(
      of: client, named: "\(className)::\(name.constructorBase)\(parameters)")
    _ = try constructor.address()
    let byteCount = try byteCount(name, client)
    let allocator = try CxxAllocator(client)
    let address = try allocator.allocate(byteCount)
    do throws(BridgeError) {
      try constructor.call([address] + arguments, isStated: true)
    } catch {
      try? allocator.free(address)
      throw error
    }
    return Self(address: address)
  }

  /// Ends the object: its class's destructor, then the library's `operator delete`.
  ///
  /// - Throws: `.symbolNotFound` where no destructor is exported; the object is as it was then.
  public func delete(in client: LibraryClient) throws(BridgeError) {
    let base = CxxName(Self.className).constructorBase
    try LibraryFunction(of: client, named: "\(Self.className)::~\(base)()")
      .call([address], isStated: true)
    try CxxAllocator(client).free(address)
  }

  private static func byteCount(
    _ name: CxxName, _ client: LibraryClient
  ) throws(BridgeError) -> Int {
    if let byteCount { return byteCount }
    let type = CType.record(.structure, tag: name.base)
    do throws(BridgeError) {
      return try TypeContext.of(client).byteCount(of: type)
    } catch {
      throw BridgeError(
        .unsupportedType,
        "how long a \(name) is, is not known: give its sizeof as byteCount, or declare its members "
          + "as 'struct \(name.base)'")
    }
  }
}

/// The memory that C++ objects of a library live in.
private struct CxxAllocator {
  private let client: LibraryClient
  private let isWide: Bool

  init(_ client: LibraryClient) throws(BridgeError) {
    self.client = client
    isWide = TypeContext.of(client).architecture != .i386
  }

  /// Memory that `delete` may end; the C allocator's where the library has no C++ runtime.
  func allocate(_ byteCount: Int) throws(BridgeError) -> RemoteAddress {
    guard let count = UInt32(exactly: byteCount), count > 0 else {
      throw BridgeError(.valueOutOfRange, "no object has \(byteCount) bytes")
    }
    let size: any LibraryArgument = isWide ? UInt64(count) : count
    do throws(BridgeError) {
      return try LibraryFunction(of: client, named: isWide ? "_Znwm" : "_Znwj").call([size])
    } catch {
      guard error.code == .symbolNotFound else { throw error }
    }
    return try client.memory.allocate(byteCount: byteCount)
  }

  func free(_ address: RemoteAddress) throws(BridgeError) {
    do throws(BridgeError) {
      return try LibraryFunction(of: client, named: "_ZdlPv").call([address], isStated: true)
    } catch {
      guard error.code == .symbolNotFound else { throw error }
    }
    try client.memory.free(address)
  }
}
