internal import ArchBridgeABI

/// Decides what a C function is in Swift.
struct FunctionPlanner {
  let types: TypePlan
  var plan: FunctionPlan
  /// Names that the method's body has taken.
  var scope: NameScope
  /// The parameters that are given as arrays or texts, by the name of the one that counts them.
  var countedInputs: [String: [Int]] = [:]
  /// The names in Swift of the parameters of the C function.
  var names: [String] = []

  var header: Header { types.header }
  var function: HeaderFunction { plan.function }

  /// The method for a function.
  ///
  /// - Throws: why there is none.
  static func plan(_ function: HeaderFunction, _ types: TypePlan) throws(Omission) -> FunctionPlan {
    do throws(Omission) {
      if let reason = function.omission { throw Omission(reason) }
      var planner = FunctionPlanner(function, types)
      try planner.run()
      return planner.plan
    } catch {
      throw Omission(error.reason, name: function.name)
    }
  }

  private init(_ function: HeaderFunction, _ types: TypePlan) {
    self.types = types
    plan = FunctionPlan(function: function, name: function.name)
    scope = NameScope(SwiftName.parameters)
    for (index, parameter) in function.parameters.enumerated() {
      names.append(
        scope.claim(parameter.name.map(SwiftName.parameter) ?? "argument\(index + 1)"))
    }
  }

  private mutating func run() throws(Omission) {
    try checkAnnotations()
    findCounts()
    for index in function.parameters.indices {
      do throws(Omission) {
        try planParameter(index)
      } catch {
        let name = function.parameters[index].name.map { "'\($0)'" } ?? "\(index + 1)"
        throw Omission("its parameter \(name) is \(error.reason)")
      }
    }
    do throws(Omission) {
      try planResult()
    } catch {
      throw Omission("its result is \(error.reason)")
    }
    if function.isVariadic { planVariadic() }
    try planName()
  }

  private func checkAnnotations() throws(Omission) {
    if let word = function.annotations.unknown(in: Annotations.functionWords) {
      throw Omission("its annotation '\(word)' is none that functions have")
    }
    for parameter in function.parameters {
      if let word = parameter.annotations.unknown(in: Annotations.parameterWords) {
        throw Omission("the annotation '\(word)' is none that parameters have")
      }
    }
  }

  /// Adds a parameter to the method.
  mutating func take(_ index: Int, _ type: String, isOptional: Bool = false) {
    plan.parameters.append(
      FunctionPlan.Parameter(
        name: names[index], type: type, isOptional: isOptional,
        cName: function.parameters[index].name))
  }

  /// The parameter's name in the method's body.
  func local(_ index: Int) -> String { SwiftName.escaped(names[index]) }

  /// Whether the parameter's pointer is never null.
  func isNonnull(_ index: Int) -> Bool { nullability(index) == .nonnull }

  func nullability(_ index: Int) -> Nullability? {
    let parameter = function.parameters[index]
    if let nullability = parameter.nullability { return nullability }
    if !parameter.annotations.has("out"), !parameter.annotations.has("inout") {
      if parameter.annotations.has("nonnull") { return .nonnull }
      if parameter.annotations.has("nullable") { return .nullable }
    }
    guard case .pointer(let pointer) = header.resolved(parameter.type) else { return nil }
    return pointer.nullability
  }

  private mutating func planParameter(_ index: Int) throws(Omission) {
    let parameter = function.parameters[index]
    if let reason = header.unsupported(in: parameter.type) { throw Omission(reason) }
    if let name = parameter.name, let inputs = countedInputs[name] {
      planCount(of: inputs)
      return
    }
    if types.wrapper(parameter.type) == nil,
      case .pointer(let pointer) = header.resolved(parameter.type)
    {
      try planPointer(index, pointer)
      return
    }
    let value = try types.value(parameter.type)
    if value.kind == .handle {
      planHandle(index, value)
    } else {
      // A number that says how much room there is for a result is a plain `Int`.
      take(index, outputs(countedBy: parameter.name).isEmpty ? value.name : "Int")
      plan.arguments.append(local(index))
    }
  }

  mutating func planHandle(_ index: Int, _ value: SwiftType) {
    take(
      index, isNonnull(index) ? value.name : "\(value.name)?",
      isOptional: nullability(index) == .nullable)
    plan.arguments.append(local(index))
  }

  private mutating func planVariadic() {
    let name = scope.claim("arguments")
    plan.parameters.append(
      FunctionPlan.Parameter(
        name: name, type: "(any LibraryArgument)?...", isVariadic: true, cName: nil))
  }

  /// Takes the name, and the labels, that the header or its notes give.
  private mutating func planName() throws(Omission) {
    guard let name = function.swiftName else {
      plan.name = SwiftName.unreserved(
        function.name, SwiftName.clientMembers, others: types.clientNames)
      return
    }
    guard let open = name.firstIndex(of: "("), name.hasSuffix(")"), !name.contains(".") else {
      guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
        throw Omission("its name in Swift, '\(name)', is none that a method has")
      }
      plan.name = name
      return
    }
    plan.name = String(name[..<open])
    let labels = name[name.index(after: open)...].dropLast().split(separator: ":")
    guard labels.count == plan.parameters.count else {
      throw Omission(
        "its name in Swift, '\(name)', has \(labels.count) labels, and the method "
          + "\(plan.parameters.count) parameters: "
          + plan.parameters.map(\.name).joined(separator: ", "))
    }
    for (index, label) in labels.enumerated() where label != "_" {
      plan.parameters[index].label = String(label)
    }
  }
}
