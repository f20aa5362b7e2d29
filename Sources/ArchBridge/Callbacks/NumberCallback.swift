internal import ArchBridgeABI
internal import ArchBridgeWire

/// A closure to which the library gives numbers alone, and which gives one, or nothing.
///
/// What its types mean is decided once: each call then moves bits where it can.
@usableFromInline final class NumberCallback: Sendable {
  let signature: CallbackSignature
  let body: CallbackBody
  /// Whether the closure's own code is called with numbers; it asks for something else otherwise.
  private let takesNumbers: Bool
  /// What each parameter can be.
  let ranges: [NumberRange]
  /// How many there are.
  @usableFromInline let parameterCount: Int
  /// Whether each is to Swift, bit by bit, what it is to C.
  @usableFromInline let isExact: Bool
  /// Whether the result is.
  @usableFromInline let isExactResult: Bool
  /// What the result can be.
  @usableFromInline let resultRange: NumberRange
  /// What the closure returns; nil for nothing, or no number.
  private let given: WireType?

  /// Takes a closure over; nil where more than numbers crosses.
  init?(_ signature: CallbackSignature, _ body: CallbackBody) {
    let result = signature.resultForm.type
    guard signature.parameters.allSatisfy({ $0.form.type.isNumber }),
      result == .void || result.isNumber
    else { return nil }
    self.signature = signature
    self.body = body
    let asked = signature.parameters.map { parameter -> WireType? in
      if case .scalar(let asked)? = parameter.kind?.content { asked.type } else { nil }
    }
    takesNumbers = !asked.contains(nil)
    parameterCount = asked.count
    isExact = zip(signature.parameters, asked).allSatisfy { $0.form.type == $1 }
    let pointerBitCount = 8 * signature.context.types.dataModel.pointerByteCount
    ranges = signature.parameters.map { NumberRange($0.form.type, pointerBitCount: 64) }
    resultRange = NumberRange(result, pointerBitCount: pointerBitCount)
    given = (body.result as? any LibraryScalar.Type)?.scalarKind.type
    isExactResult = given == result
  }

  /// Whether slots are what the parameters can be.
  @unsafe func fits(_ slots: UnsafeRawBufferPointer) -> Bool {
    guard slots.count == 8 * parameterCount else { return false }
    for index in 0..<parameterCount {
      // Safe: the index is within the slots.
      let bits = unsafe slots.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
      guard ranges[index].holds(bits) else { return false }
    }
    return true
  }

  /// Runs the closure with slots that fit, and gives what the library gets; 0 for nothing.
  @unsafe func run(_ slots: UnsafeRawBufferPointer) throws -> UInt64 {
    guard takesNumbers else { return unsafe try runOrdinarily(slots) }
    var arguments = unsafe NumberArguments(slots, of: self)
    return try body.runNumbers(&arguments)
  }

  /// Runs a closure that asks for whatever value is declared.
  @unsafe private func runOrdinarily(_ slots: UnsafeRawBufferPointer) throws -> UInt64 {
    let values = signature.parameters.enumerated().map { index, parameter in
      // Safe: there is a slot for each parameter.
      unsafe CallValue.scalar(
        WireScalar(
          type: parameter.form.type,
          bits: slots.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)))
    }
    var arguments = CallbackArguments(values: values, signature: signature)
    guard let value = try body.run(&arguments) else { return 0 }
    return try signature.wireValue(value).numberBits
  }

  /// What the library gets where the closure has no answer.
  var fallback: UInt64 {
    guard let fallback = body.fallback else { return 0 }
    return (try? signature.wireValue(fallback))?.numberBits ?? 0
  }

  /// A parameter that is another number to Swift than to C.
  @usableFromInline func value<Value: LibraryResult>(
    _ bits: UInt64, _ index: Int, as type: Value.Type
  ) throws(BridgeError) -> Value {
    let parameter = signature.parameters[index]
    let form = parameter.form.type
    if case .scalar(let asked)? = parameter.kind?.content,
      let converted = form == asked.type
        ? bits : ScalarConversion.convert(bits, from: form, to: asked.type),
      let value = Value(resultValue: ResultValue(.bits(converted)))
    {
      return value
    }
    // The ordinary way finds the error.
    return try parameter.value(.scalar(WireScalar(type: form, bits: bits)), as: type)
  }

  /// A result that is another number to C than to Swift.
  @usableFromInline func bits(of value: any LibraryValue) throws(BridgeError) -> UInt64 {
    if let given, let bits = value.numberBits, given != .pointer, !isExactResult,
      let converted = ScalarConversion.convert(bits, from: given, to: signature.resultForm.type)
    {
      return converted
    }
    // The ordinary way finds the error.
    return try signature.wireValue(value).numberBits
  }
}

extension NumberRange {
  fileprivate init(_ type: WireType, pointerBitCount: Int) {
    let bitCount = type == .pointer ? pointerBitCount : type.bitCount
    self.init(unusedBitCount: Int64(64 - bitCount), isSigned: type.kind == .signed)
  }
}

extension CallValue {
  /// A number's bits; 0 for anything else, which gives zeros.
  fileprivate var numberBits: UInt64 {
    if case .scalar(let scalar) = self { scalar.bits } else { 0 }
  }
}
