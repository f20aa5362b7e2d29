internal import ArchBridgeWire

/// A closure whose parameter types are known at run time only.
///
/// It need not be `Sendable`: `CallbackCenter` runs the closures of calls one at a time, while the
/// thread that made the call waits.
@usableFromInline struct CallbackBody: @unchecked Sendable {
  /// What the closure takes.
  @usableFromInline let parameters: [ResultKind]
  /// What it reads where the addresses lead that it takes; nil for one that is C's.
  @usableFromInline let references: [ScalarKind]?
  /// What it returns; nil for nothing.
  @usableFromInline let result: (any LibraryValue.Type)?
  /// What the library gets where the closure throws.
  @usableFromInline let fallback: (any LibraryValue)?
  /// Runs the closure.
  @usableFromInline let run: (inout CallbackArguments) throws -> (any LibraryValue)?
  /// Runs the closure where all that it takes and gives is numbers to C.
  @usableFromInline let runNumbers: (inout NumberArguments) throws -> UInt64

  /// A closure in both forms.
  init(
    parameters: [ResultKind], references: [ScalarKind], result: (any LibraryValue.Type)?,
    run: @escaping (inout CallbackArguments) throws -> (any LibraryValue)?,
    runNumbers: @escaping (inout NumberArguments) throws -> UInt64
  ) {
    self.parameters = parameters
    self.references = references
    self.result = result
    fallback = nil
    self.run = run
    self.runNumbers = runNumbers
  }

  @inlinable init<each Parameter: LibraryResult, Result: LibraryValue>(
    _ body: @escaping (repeat each Parameter) throws -> Result, fallback: Result?
  ) {
    var kinds: [ResultKind] = []
    for type in repeat (each Parameter).self { kinds.append(type.resultKind) }
    parameters = kinds
    references = nil
    result = Result.self
    self.fallback = fallback
    run = { arguments in
      try body(repeat try arguments.next((each Parameter).self))
    }
    runNumbers = { arguments in
      let result = try body(repeat try arguments.next((each Parameter).self))
      return try arguments.bits(of: result)
    }
  }

  @inlinable init<each Parameter: LibraryResult>(
    _ body: @escaping (repeat each Parameter) throws -> Void
  ) {
    var kinds: [ResultKind] = []
    for type in repeat (each Parameter).self { kinds.append(type.resultKind) }
    parameters = kinds
    references = nil
    result = nil
    fallback = nil
    run = { arguments in
      try body(repeat try arguments.next((each Parameter).self))
      return nil
    }
    runNumbers = { arguments in
      try body(repeat try arguments.next((each Parameter).self))
      return 0
    }
  }
}

/// The values that a closure is called with, handed out one after another.
@usableFromInline struct CallbackArguments {
  private let values: [CallValue]
  private let signature: CallbackSignature
  private var index = 0

  init(values: [CallValue], signature: CallbackSignature) {
    self.values = values
    self.signature = signature
  }

  @usableFromInline mutating func next<Value: LibraryResult>(
    _ type: Value.Type
  ) throws(BridgeError) -> Value {
    defer { index += 1 }
    return try signature.parameters[index].value(values[index], as: type)
  }
}
