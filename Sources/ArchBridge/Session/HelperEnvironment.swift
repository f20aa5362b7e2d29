internal import Glibc

/// Environment variables by name, their values in bytes that need not be UTF-8.
struct HelperEnvironment {
  private var values: [[UInt8]: [UInt8]] = [:]

  /// The program's own.
  static var inherited: HelperEnvironment {
    var environment = HelperEnvironment()
    // Safe: the list ends with null, each entry with NUL, and all is copied at once.
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let bytes = unsafe UnsafeBufferPointer(start: text, count: strlen(text))
      let parts = unsafe bytes.map { UInt8(bitPattern: $0) }.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { environment.values[[UInt8](parts[0])] = [UInt8](parts[1]) }
      unsafe entry += 1
    }
    return environment
  }

  /// A variable's value.
  subscript(name: String) -> [UInt8]? {
    get { values[[UInt8](name.utf8)] }
    set { values[[UInt8](name.utf8)] = newValue }
  }

  /// Each variable as `NAME=value`.
  var entries: [[UInt8]] { values.map { $0.key + [UInt8(ascii: "=")] + $0.value } }
}
