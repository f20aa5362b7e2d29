internal import ArchBridgeWire

/// How a library is loaded, as `dlopen` has it.
///
/// None of them is the usual way: every symbol bound at once, and visible to this library alone.
public struct LoadFlags: OptionSet, Hashable, Sendable {
  /// The flags' bits.
  public let rawValue: UInt32

  /// Makes flags from their bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Symbols are bound when they are first called (`RTLD_LAZY`), so that a library loads although
  /// some function that it never calls is missing.
  public static let lazy = LoadFlags(rawValue: 1)
  /// The library's symbols serve libraries that are loaded after it (`RTLD_GLOBAL`).
  public static let global = LoadFlags(rawValue: 2)
  /// The library prefers its own symbols to those of others (`RTLD_DEEPBIND`).
  public static let deepBind = LoadFlags(rawValue: 4)
  /// The library is never unloaded (`RTLD_NODELETE`).
  public static let noDelete = LoadFlags(rawValue: 8)

  var wireFlags: WireLoadFlags {
    var flags: WireLoadFlags = contains(.lazy) ? [] : .now
    if contains(.global) { flags.insert(.global) }
    if contains(.deepBind) { flags.insert(.deepBind) }
    if contains(.noDelete) { flags.insert(.noDelete) }
    return flags
  }
}
