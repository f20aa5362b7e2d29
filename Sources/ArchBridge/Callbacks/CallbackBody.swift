internal import ArchBridgeWire

/// A closure whose parameter types are known at run time only.
///
/// It need not be `Sendable`: `CallbackCenter` runs the closures of calls one at a time, while the
/// thread that made the call waits.
struct CallbackBody: @unchecked Sendable {
  /// What the closure takes.
  let parameters: [ResultKind]
  /// What it returns; nil for nothing.
  let result: (any LibraryValue.Type)?
  /// What the library gets where the closure throws.
  let fallback: (any LibraryValue)?
  /// Runs the closure.
  let run: ([WireValue], CallbackSignature) throws -> (any LibraryValue)?

  init<each Parameter: LibraryResult, Result: LibraryValue>(
    _ body: @escaping (repeat each Parameter) throws -> Result, fallback: Result?
  ) {
    parameters = Self.kinds(repeat (each Parameter).self)
    result = Result.self
    self.fallback = fallback
    run = { values, signature in
      var arguments = CallbackArguments(values: values, signature: signature)
      return try body(repeat try arguments.next((each Parameter).self))
    }
  }

  init<each Parameter: LibraryResult>(
    _ body: @escaping (repeat each Parameter) throws -> Void
  ) {
    parameters = Self.kinds(repeat (each Parameter).self)
    result = nil
    fallback = nil
    run = { values, signature in
      var arguments = CallbackArguments(values: values, signature: signature)
      try body(repeat try arguments.next((each Parameter).self))
      return nil
    }
  }

  private static func kinds<each Parameter: LibraryResult>(
    _ types: repeat (each Parameter).Type
  ) -> [ResultKind] {
    var kinds: [ResultKind] = []
    for type in repeat each types { kinds.append(type.resultKind) }
    return kinds
  }
}

/// The values that a closure is called with, handed out one after another.
struct CallbackArguments {
  let values: [WireValue]
  let signature: CallbackSignature
  private var index = 0

  init(values: [WireValue], signature: CallbackSignature) {
    self.values = values
    self.signature = signature
  }

  mutating func next<Value: LibraryResult>(_ type: Value.Type) throws(BridgeError) -> Value {
    defer { index += 1 }
    return try signature.parameters[index].value(values[index], as: type)
  }
}
