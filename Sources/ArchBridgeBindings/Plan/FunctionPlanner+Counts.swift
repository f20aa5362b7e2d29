internal import ArchBridgeABI

/// Pointers whose extent another parameter gives.
extension FunctionPlanner {
  /// A parameter's bounds: what counts it, and whether in bytes.
  struct Bounds {
    let count: String
    let isByteCount: Bool

    /// The number itself, where the count is one.
    var number: Int? { Int(count) }
  }

  func bounds(_ index: Int) -> Bounds? {
    let parameter = function.parameters[index]
    let annotations = parameter.annotations
    if let count = annotations.value("counted_by") {
      return Bounds(count: ByteText.trimmed(count), isByteCount: false)
    }
    if let count = annotations.value("sized_by") {
      return Bounds(count: ByteText.trimmed(count), isByteCount: true)
    }
    return parameter.arrayCount.map { Bounds(count: String($0), isByteCount: false) }
  }

  /// Finds the counts that arrays give, so that they need no parameter of their own.
  mutating func findCounts() {
    for index in function.parameters.indices {
      guard let bounds = bounds(index), isInput(index), position(of: bounds.count) != nil,
        case .pointer(let pointer) = header.resolved(function.parameters[index].type),
        element(of: pointer, bounds) != nil
      else { continue }
      countedInputs[bounds.count, default: []].append(index)
    }
  }

  /// The position of the number of this name among the parameters.
  func position(of count: String) -> Int? {
    function.parameters.firstIndex { parameter in
      guard parameter.name == count, case .scalar(let scalar) = header.resolved(parameter.type)
      else { return false }
      return !scalar.isFloatingPoint && scalar != .bool
    }
  }

  /// The position of the parameter that `*name` is, where that says how much room there is, and then
  /// how much is filled.
  func position(ofFilled count: String) -> Int? {
    guard count.hasPrefix("*") else { return nil }
    let name = ByteText.trimmed(count.dropFirst())
    return function.parameters.firstIndex { parameter in
      guard parameter.name == name, parameter.annotations.has("inout"),
        case .pointer(let pointer) = header.resolved(parameter.type),
        case .scalar(let scalar) = header.resolved(pointer.pointee)
      else { return false }
      return !scalar.isFloatingPoint && scalar != .bool
    }
  }

  /// The parameters that a count says how much room there is in.
  func outputs(countedBy name: String?) -> [Int] {
    guard let name else { return [] }
    return function.parameters.indices.filter { index in
      function.parameters[index].annotations.has("out") && bounds(index)?.count == name
    }
  }

  /// Whether a counted pointer's elements go in.
  private func isInput(_ index: Int) -> Bool {
    let parameter = function.parameters[index]
    if parameter.annotations.has("inout") || parameter.annotations.has("in") { return true }
    guard case .pointer(let pointer) = header.resolved(parameter.type) else { return false }
    return pointer.isConst && !parameter.annotations.has("out")
  }

  /// The Swift type of a pointer's elements, where they can be an array.
  func element(of pointer: HeaderPointer, _ bounds: Bounds? = nil) -> SwiftType? {
    let byte = SwiftType("UInt8", .number, zero: "0")
    switch header.resolved(pointer.pointee) {
    case .void, .scalar(.char): return byte
    case .pointer(let inner) where isText(inner): return SwiftType("String", .text, zero: "\"\"")
    default: break
    }
    guard let type = try? types.value(pointer.pointee) else { return nil }
    return bounds?.isByteCount ?? false && type != byte ? nil : type
  }

  /// Whether a pointer is to `char`, or to one of the wide character types by name.
  func isText(_ pointer: HeaderPointer) -> Bool {
    if case .scalar(.char) = header.resolved(pointer.pointee) { return true }
    return isWide(pointer)
  }

  /// Whether a pointer is to one of the wide character types.
  func isWide(_ pointer: HeaderPointer) -> Bool {
    var type = pointer.pointee
    while case .alias(let name) = type {
      if ["wchar_t", "char16_t", "char32_t"].contains(name) { return true }
      guard let typedef = header.typedefs[name] else { return false }
      type = typedef.type
    }
    return false
  }

  /// Plans the count that arrays have themselves.
  mutating func planCount(of inputs: [Int]) {
    let counts = inputs.map { index in
      nullability(index) == .nullable ? "\(local(index))?.count ?? 0" : "\(local(index)).count"
    }
    plan.arguments.append(counts[0])
    for (index, count) in zip(inputs, counts).dropFirst() {
      requireCount(count, of: index, equals: counts[0])
    }
  }

  /// The number of elements that a result has room for, as an expression that is not negative.
  mutating func capacity(_ bounds: Bounds, least: Int) -> String? {
    if let number = bounds.number { return number >= least ? String(number) : nil }
    if let inputs = countedInputs[bounds.count] {
      let count = "\(local(inputs[0])).count"
      return nullability(inputs[0]) == .nullable
        ? nil : least == 0 ? count : "max(\(least), \(count))"
    }
    let filled = self.position(ofFilled: bounds.count)
    guard let position = filled ?? position(of: bounds.count) else { return nil }
    let name = filled == nil ? local(position) : "Int(clamping: \(local(position)))"
    let check = FunctionPlan.Statement.call(
      "try requireRoom", [name, "of: \"\(names[position])\"", "least: \(least)", symbolArgument])
    if !plan.setup.contains(check) { plan.setup.append(check) }
    return name
  }

  /// Has the method refuse an array of another length.
  mutating func requireCount(_ count: String, of index: Int, equals other: String) {
    plan.setup.append(
      .call(
        "try requireCount", [count, "of: \"\(names[index])\"", "equals: \(other)", symbolArgument]))
  }

  /// Has the method refuse a count that came back and is none of the array's elements.
  mutating func requireFilled(_ position: Int, of array: String) {
    plan.checks.append(
      .call(
        "try requireFilled",
        [
          local(position), "of: \"\(names[position])\"", "most: \(array).value.count",
          symbolArgument,
        ]
      ))
  }

  /// The symbol, as the last argument of a check.
  var symbolArgument: String { "in: \"\(function.symbol)\"" }
}
