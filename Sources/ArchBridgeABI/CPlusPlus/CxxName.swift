/// A C++ function's qualified name, such as `vendor::Gauge::read` or `vendor::Box<int>::get`.
public struct CxxName: Hashable, Sendable, CustomStringConvertible {
  /// The name as it is compared: without blanks that mean nothing, and with the short names of the
  /// standard library.
  public let description: String
  /// The class or namespace, or nothing.
  public let scope: String
  /// What follows it: `read`, `~Gauge`, `operator+=`.
  public let base: String

  /// Makes a name from any spelling of it.
  public init(_ spelling: String) {
    let bytes = CxxName.compact([UInt8](spelling.utf8))
    description = String(decoding: bytes, as: UTF8.self)
    let end = CxxName.scopeEnd(bytes)
    scope = String(decoding: bytes[..<max(end, 0)], as: UTF8.self)
    base = String(decoding: bytes[(end < 0 ? 0 : end + 2)...], as: UTF8.self)
  }

  /// Whether it is a constructor: its class's name twice.
  public var isConstructor: Bool {
    !scope.isEmpty && (scope == base || CxxName(scope).constructorBase == base)
  }

  /// What the constructors of this class are called.
  public var constructorBase: String {
    if description == "std::string" || description == "std::wstring" { return "basic_string" }
    return String(base.prefix { $0 != "<" })
  }

  /// Whether it is a destructor.
  public var isDestructor: Bool { base.utf8.first == UInt8(ascii: "~") }

  /// The name or type with the standard library's short names, for people.
  public static func shortened(_ text: String) -> String {
    var bytes = [UInt8](text.utf8)
    bytes.replaceAll(" >", with: ">")
    bytes.shorten(separator: ", ")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is compared of a name.
  static func compact(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") {
        // A blank counts between two words.
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
        if let last = result.last, last.continuesWord, index < bytes.count,
          bytes[index].continuesWord
        {
          result.append(UInt8(ascii: " "))
        }
        continue
      }
      if byte == UInt8(ascii: "["), bytes[index...].starts(with: "abi:".utf8) {
        while index < bytes.count, bytes[index - 1] != UInt8(ascii: "]") { index += 1 }
        continue
      }
      result.append(byte)
    }
    if result.starts(with: "::".utf8) { result.removeFirst(2) }
    result.shorten(separator: ",")
    return result
  }

  /// Where the scope ends; -1 where there is none.
  private static func scopeEnd(_ bytes: [UInt8]) -> Int {
    var (end, depth, index) = (-1, 0, 0)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ":") where depth == 0:
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") {
          end = index
          index += 1
        }
      case UInt8(ascii: "o") where depth == 0:
        let isStart = index == 0 || !bytes[index - 1].continuesWord
        let next = index + 8
        if isStart, bytes[index...].starts(with: "operator".utf8),
          next >= bytes.count || !bytes[next].continuesWord
        {
          return end
        }
      default: break
      }
      index += 1
    }
    return end
  }
}

extension [UInt8] {
  /// Gives the standard library's classes the names that programs have for them.
  fileprivate mutating func shorten(separator: String) {
    for space in ["std::__cxx11::", "std::__1::"] { replaceAll(space, with: "std::") }
    for argument in ["char_traits", "allocator"] {
      dropLastArgument("\(separator)std::\(argument)<")
    }
    replaceAll("std::basic_string<char>", with: "std::string")
    replaceAll("std::basic_string<wchar_t>", with: "std::wstring")
    replaceAll("std::basic_ostream<char>", with: "std::ostream")
    replaceAll("std::basic_istream<char>", with: "std::istream")
  }

  fileprivate mutating func replaceAll(_ old: String, with new: String) {
    let old = [UInt8](old.utf8)
    let new = [UInt8](new.utf8)
    guard count >= old.count else { return }
    var result: [UInt8] = []
    var index = 0
    var isChanged = false
    while index < count {
      if self[index] == old[0], self[index...].starts(with: old) {
        result += new
        index += old.count
        isChanged = true
      } else {
        result.append(self[index])
        index += 1
      }
    }
    if isChanged { self = result }
  }

  /// Leaves out template arguments that begin so, as far as nothing but `char_traits` and
  /// `allocator` follows.
  private mutating func dropLastArgument(_ start: String) {
    let start = [UInt8](start.utf8)
    var index = 0
    while index + start.count < count {
      guard self[index] == start[0], self[index...].starts(with: start) else {
        index += 1
        continue
      }
      var (end, depth) = (index + start.count, 1)
      while end < count, depth > 0 {
        if self[end] == UInt8(ascii: "<") { depth += 1 }
        if self[end] == UInt8(ascii: ">") { depth -= 1 }
        end += 1
      }
      let isLast = end < count && self[end] == UInt8(ascii: ">")
      let isBeforeAllocator =
        end < count && self[end...].starts(with: [UInt8](",".utf8))
        && start.count > 0 && start.contains(UInt8(ascii: "_"))
      guard depth == 0, isLast || isBeforeAllocator else {
        index += 1
        continue
      }
      removeSubrange(index..<end)
    }
  }
}
