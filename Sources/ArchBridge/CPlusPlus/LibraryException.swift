internal import ArchBridgeObjectFiles
internal import ArchBridgeWire

/// What a library's function threw instead of returning: a C++ exception, as a rule.
public struct LibraryException: Hashable, Sendable, CustomStringConvertible {
  /// The type's name as C++ spells it, such as `std::runtime_error`; nil for another language's.
  public let typeName: String?
  /// The type's name as the library has it, such as `St13runtime_error`; nil for another language's.
  public let mangledTypeName: String?
  /// What it says: `what()` of a `std::exception`, or a number or text that was thrown itself.
  ///
  /// Control characters are U+FFFD, but for line feeds and tabs.
  public let message: String?

  init(_ message: ExceptionMessage) {
    let name = message.type.isEmpty ? nil : printable(message.type)
    mangledTypeName = name
    typeName = name.map(Self.spelled)
    self.message = message.text.map {
      String(decoding: $0, as: UTF8.self).shown(keepsLines: true)
    }
  }

  /// The type's name as C++ spells it, which the demangler knows for the symbol of a type.
  private static func spelled(_ name: String) -> String {
    let prefix = "typeinfo name for "
    let text = demangled("_ZTS" + name)
    return text.hasPrefix(prefix) ? CxxName.shortened(String(text.dropFirst(prefix.count))) : name
  }

  /// The type and the message: `std::runtime_error: no channel 7`.
  public var description: String {
    let type = typeName?.abridged() ?? "an exception of another language"
    return message.map { "\(type): \($0)" } ?? type
  }
}

extension HelperSession {
  /// The error of a call whose function has thrown.
  @inline(never) func thrown(_ failure: FailureMessage, _ symbol: String?) -> BridgeError {
    guard let message = try? ExceptionMessage(decoding: failure.text) else {
      return rejected("it tells of an exception that cannot be", symbol: symbol)
    }
    let exception = LibraryException(message)
    var error = BridgeError(
      .exceptionThrown, "threw \(exception)", symbol: symbol)
    error.exception = exception
    error.inputIndex = message.callCount.map { Int($0) }
    return error
  }
}
