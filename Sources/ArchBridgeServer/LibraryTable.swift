internal import ArchBridgeWire
internal import CArchBridgeShims

/// The libraries of a session, numbered from 1 in order of loading.
struct LibraryTable {
  private var handles: [UInt] = []

  private static let pathLimit = 4_096

  /// A library that the loader has opened, or why it has not.
  enum Opened {
    case handle(UInt)
    case failure(FailureMessage)
  }

  /// Opens a library; its constructors run.
  static func open(_ message: LoadMessage) -> Opened {
    // An empty name would be the helper's own program.
    guard !message.name.isEmpty, !message.name.contains(0) else {
      return .failure(
        FailureMessage(.libraryNotLoaded, .init("the name is empty, or contains a NUL".utf8)))
    }
    var error = [CChar](repeating: 0, count: Self.pathLimit)
    let name = message.name.map { CChar(bitPattern: $0) } + [0]
    // Safe: both arrays end with NUL, and the shim keeps to the length that it is given.
    let handle = unsafe ab_library_open(name, message.flags.rawValue, &error, error.count)
    return handle != 0
      ? .handle(handle) : .failure(FailureMessage(.libraryNotLoaded, Self.bytes(error)))
  }

  /// Gives an opened library its number; one that is known keeps it.
  mutating func add(_ opened: Opened) throws(FailureMessage) -> LoadedMessage {
    let handle: UInt
    switch opened {
    case .failure(let failure): throw failure
    case .handle(let value): handle = value
    }
    return add(handle: handle)
  }

  /// Gives the library of a handle its number.
  @discardableResult
  mutating func add(handle: UInt) -> LoadedMessage {
    let number: Int
    if let known = handles.firstIndex(of: handle) {
      number = known + 1
    } else {
      handles.append(handle)
      number = handles.count
    }
    return LoadedMessage(library: UInt32(number), path: Self.path(of: handle))
  }

  /// The file that the loader chose.
  static func path(of handle: UInt) -> [UInt8] {
    var path = [CChar](repeating: 0, count: Self.pathLimit)
    // Safe: the shim writes at most `path.count` bytes.
    _ = unsafe ab_library_path(handle, &path, path.count)
    return bytes(path)
  }

  /// The address of a symbol in one library, or for 0 in the first that has it.
  func address(of name: String, in library: UInt32) throws(FailureMessage) -> UInt {
    guard library <= handles.count else { throw FailureMessage(.noSuchLibrary) }
    // C would look up what stands before the NUL.
    guard !name.utf8.contains(0) else { throw FailureMessage(.symbolNotFound) }
    let candidates = library == 0 ? handles[...] : handles[Int(library - 1)..<Int(library)]
    for handle in candidates {
      var address: UInt = 0
      // Safe: the name lives for the length of the call, and ends with NUL.
      if unsafe ab_library_symbol(handle, name, &address) != 0 {
        return address
      }
    }
    throw FailureMessage(.symbolNotFound)
  }

  private static func bytes(_ text: [CChar]) -> [UInt8] {
    text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  }
}
