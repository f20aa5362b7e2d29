internal import ArchBridgeABI
internal import ArchBridgeWire

/// How long arguments and results are, as their declarations make it of other arguments.
extension FortranCall {
  /// How deep the extents of arguments may be made of those of other arguments.
  private static let maximumDepth = 3

  /// The extents of an array, each of which must be known.
  func extents(
    _ bounds: [FortranBounds], of variable: FortranVariable, _ label: String
  ) throws(BridgeError) -> [Int] {
    var extents: [Int] = []
    for bounds in bounds {
      do throws(FortranExpression.Failure) {
        extents.append(try extent(bounds))
      } catch {
        throw refusal(error, "the extent", of: variable, label)
      }
    }
    return extents
  }

  /// How many elements there are of such extents.
  func elementCount(
    _ extents: [Int], of variable: FortranVariable, _ label: String
  ) throws(BridgeError) -> Int {
    var count = 1
    for extent in extents {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      if overflow { throw refusal(.undefined, "the extents", of: variable, label) }
      count = product
    }
    return count
  }

  /// What a length comes to; `what` is what messages call it.
  func value(
    of expression: FortranExpression, _ what: String, of variable: FortranVariable, _ label: String
  ) throws(BridgeError) -> Int {
    do throws(FortranExpression.Failure) {
      return try value(of: expression)
    } catch {
      throw refusal(error, what, of: variable, label)
    }
  }

  /// Refuses a C string with too little room for what a `bind(C)` procedure declares.
  func checkText(
    _ value: ArgumentValue, _ variable: FortranVariable, _ label: String
  ) throws(BridgeError) {
    guard case .explicit = variable.shape, case .character(_, .fixed(let length)) = variable.type
    else { return }
    let needed = try characterCount(
      variable, max(0, self.value(of: length, "the length", of: variable, label)), label)
    let count = value.byteCount(in: types.encoding) ?? 0
    guard count >= needed else {
      throw error(
        .typeMismatch,
        "\(label) is declared '\(variable)', which has \(needed) characters here, and got \(count)")
    }
  }

  private func refusal(
    _ failure: FortranExpression.Failure, _ what: String, of variable: FortranVariable,
    _ label: String
  ) -> BridgeError {
    let start = "\(label) is declared '\(variable)', "
    switch failure {
    case .undefined: return error(.tooLarge, start + "which no memory could hold")
    case .unknown(let part):
      let advice =
        variable.shape == .scalar
        ? "declare it with a number, as in 'character(80)'"
        : "declare it with a number or with '*', and see to it yourself that the array is as long"
      return error(
        .typeMismatch, start + "and \(what) '\(part)' is not known from the call; \(advice)")
    }
  }

  // MARK: Values

  private func extent(
    _ bounds: FortranBounds, _ depth: Int = 0
  ) throws(FortranExpression.Failure) -> Int {
    try bounds.extent { bound throws(FortranExpression.Failure) in try value(of: bound, depth) }
  }

  private func value(
    of expression: FortranExpression, _ depth: Int = 0
  ) throws(FortranExpression.Failure) -> Int {
    try expression.evaluated(integer(named:)) { name, arguments in
      depth < Self.maximumDepth ? inquiry(name, arguments, depth + 1) : nil
    }
  }

  /// The argument of a name, and what was given for it.
  private func argument(
    _ name: String
  ) -> (variable: FortranVariable, value: any LibraryArgument)? {
    guard let index = procedure.arguments.firstIndex(where: { $0.name == name }),
      let value = values[index]
    else { return nil }
    return (procedure.arguments[index], value)
  }

  /// The value of an integer argument, or of a variable of the procedure's module.
  private func integer(named name: String) -> Int? {
    if let known = integers[name] { return known }
    guard let module = procedure.module, !procedure.arguments.contains(where: { $0.name == name }),
      let known = types.fortran.variable(named: "\(module).\(name)"),
      case .integer = known.variable.type, known.variable.shape == .scalar,
      let address = try? session.resolve(known.linkName, in: library)
    else { return nil }
    let place = FortranPlace(
      session: session, address: address, variable: known.variable, name: known.qualifiedName)
    return try? place.get(as: Int.self)
  }

  /// The value of `size(a, 1)`, `len(text)`, or of the element `extents(1)`.
  private func inquiry(_ name: String, _ arguments: [FortranExpression], _ depth: Int) -> Int? {
    if let array = argument(name) { return element(of: array, arguments, depth) }
    guard case .name(let inquired)? = arguments.first, arguments.count <= 2,
      let found = argument(inquired)
    else { return nil }
    if name == "len" { return arguments.count == 1 ? length(of: found, depth) : nil }
    guard ["size", "lbound", "ubound"].contains(name),
      let dimensions = dimensions(of: found, depth)
    else { return nil }
    guard arguments.count == 2 else {
      let extents = dimensions.compactMap(\.extent)
      guard name == "size", extents.count == dimensions.count else { return nil }
      return FortranShapes.count(extents)
    }
    guard let place = try? value(of: arguments[1], depth),
      (1...dimensions.count).contains(place)
    else { return nil }
    let (lower, extent) = dimensions[place - 1]
    switch name {
    case "size": return extent
    // An array of no elements begins at 1, whatever is declared.
    case "lbound": return extent == 0 ? 1 : lower
    default: return extent.flatMap { $0 == 0 ? 0 : Self.sum(lower, $0 - 1) }
    }
  }

  private static func sum(_ left: Int, _ right: Int) -> Int? {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }

  /// Where each dimension of an array starts, and how long it is; nil for the `*` at the end.
  private func dimensions(
    of array: (variable: FortranVariable, value: any LibraryArgument), _ depth: Int
  ) -> [(lower: Int, extent: Int?)]? {
    func first(_ lower: FortranExpression?) throws(FortranExpression.Failure) -> Int {
      guard let lower else { return 1 }
      return try value(of: lower, depth)
    }
    func explicit(
      _ bounds: [FortranBounds]
    ) throws(FortranExpression.Failure) -> [(lower: Int, extent: Int?)] {
      var dimensions: [(lower: Int, extent: Int?)] = []
      for bounds in bounds {
        dimensions.append((try first(bounds.lower), try extent(bounds, depth)))
      }
      return dimensions
    }
    do throws(FortranExpression.Failure) {
      switch array.variable.shape {
      case .explicit(let bounds): return try explicit(bounds)
      case .assumedSize(let bounds, let lower): return try explicit(bounds) + [(first(lower), nil)]
      case .assumedShape(let lowers):
        let value = array.value.argumentValue
        let shape =
          (array.value as? any ShapedArgument)?.shape ?? value.pointerShape
          ?? value.elementCount.map { [$0] }
        guard let shape, shape.count == lowers.count else { return nil }
        var dimensions: [(lower: Int, extent: Int?)] = []
        for (lower, extent) in zip(lowers, shape) { dimensions.append((try first(lower), extent)) }
        return dimensions
      default: return nil
      }
    } catch {
      return nil
    }
  }

  /// One of the integers of an array that goes in.
  private func element(
    of array: (variable: FortranVariable, value: any LibraryArgument),
    _ subscripts: [FortranExpression], _ depth: Int
  ) -> Int? {
    guard case .integer = array.variable.type, let dimensions = dimensions(of: array, depth),
      dimensions.count == subscripts.count
    else { return nil }
    var (index, stride) = (0, 1)
    for (bound, dimension) in zip(subscripts, dimensions) {
      guard let place = try? value(of: bound, depth), place >= dimension.lower,
        let end = Self.sum(place, -dimension.lower), dimension.extent.map({ end < $0 }) ?? true
      else { return nil }
      let (step, overflow) = end.multipliedReportingOverflow(by: stride)
      guard !overflow, let next = Self.sum(index, step) else { return nil }
      index = next
      let (wider, isTooWide) = stride.multipliedReportingOverflow(by: dimension.extent ?? 1)
      if isTooWide { return nil }
      stride = wider
    }
    return array.value.argumentValue.integer(at: index)
  }

  /// How many characters a text has to the library.
  private func length(
    of text: (variable: FortranVariable, value: any LibraryArgument), _ depth: Int
  ) -> Int? {
    guard case .character(_, let declared) = text.variable.type else { return nil }
    if case .fixed(let length) = declared {
      return (try? value(of: length, depth)).map { max(0, $0) }
    }
    return text.variable.shape == .scalar
      ? text.value.argumentValue.characterCount(in: types.encoding) : nil
  }
}
