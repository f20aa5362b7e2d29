internal import ArchBridgeABI

/// Function pointers, which are closures in Swift.
extension FunctionPlanner {
  mutating func planCallback(_ index: Int, _ type: HeaderFunctionType) throws(Omission) {
    let parameter = function.parameters[index]
    if parameter.annotations.has("escaping") {
      planUnknown(index)
      return
    }
    let callback = try CallbackPlan(type, self)
    let name = local(index)
    let argument = callback.argument(closure: name)
    if isNonnull(index) {
      take(index, callback.type(isOptional: false), isOptional: false)
      plan.arguments.append(argument.isShort ? argument.text : pass(index, argument.text))
    } else {
      take(index, callback.type(isOptional: true), isOptional: true)
      let text =
        argument.isShort
        ? "\(name).map { Callback($0) }"
        : "\(name).map { \(name) in\n  \(argument.text.replacing("\n", with: "\n  "))\n}"
      plan.arguments.append(pass(index, text))
    }
  }

  private mutating func take(_ index: Int, _ closure: ClosureType, isOptional: Bool) {
    plan.parameters.append(
      FunctionPlan.Parameter(
        name: names[index], type: closure.text, closure: closure, isOptional: isOptional,
        cName: function.parameters[index].name))
  }

  private mutating func pass(_ index: Int, _ text: String) -> String {
    let name = scope.claim("\(names[index])Callback")
    plan.setup.append(.line("let \(name) = \(text)"))
    return name
  }

  var hasContext: Bool { function.parameters.contains { $0.annotations.has("context") } }
}

/// A closure that stands for a function pointer.
struct CallbackPlan {
  private let parameters: [(name: String?, type: String)]
  /// The position of the parameter that carries user data, which is null for a closure.
  private let context: Int?
  private let result: String

  init(_ type: HeaderFunctionType, _ planner: FunctionPlanner) throws(Omission) {
    if type.isVariadic { throw Omission("a function with variable arguments") }
    var parameters: [(name: String?, type: String)] = []
    for parameter in type.parameters {
      do throws(Omission) {
        parameters.append(
          (
            parameter.name.map(SwiftName.parameter),
            try Self.swiftType(parameter.type, planner)
          ))
      } catch {
        throw Omission("a function with \(error.reason)")
      }
    }
    self.parameters = parameters
    let contexts = type.parameters.indices.filter { index in
      guard case .pointer(let pointer) = planner.header.resolved(type.parameters[index].type)
      else { return false }
      return !pointer.isConst && planner.header.resolved(pointer.pointee) == .void
    }
    context = planner.hasContext && contexts.count == 1 ? contexts[0] : nil
    if case .void = planner.header.resolved(type.result) {
      result = "Void"
    } else {
      do throws(Omission) {
        result = try planner.types.value(type.result).name
      } catch {
        throw Omission("a function that returns \(error.reason)")
      }
    }
  }

  private static func swiftType(
    _ type: HeaderType, _ planner: FunctionPlanner
  ) throws(Omission) -> String {
    guard planner.types.wrapper(type) == nil,
      case .pointer(let pointer) = planner.header.resolved(type)
    else {
      let value = try planner.types.value(type)
      return value.isPointer ? "\(value.name)?" : value.name
    }
    let optional = pointer.nullability == .nonnull ? "" : "?"
    if pointer.isConst, planner.isText(pointer), pointer.bounds == nil {
      return "String" + optional
    }
    return try planner.types.value(type).name + optional
  }

  private var kept: [(name: String?, type: String)] {
    parameters.enumerated().filter { $0.offset != context }.map(\.element)
  }

  /// The closure's type in Swift.
  func type(isOptional: Bool) -> ClosureType {
    let texts = kept.map { parameter in
      // Of a closure's parameters the names say something to readers only.
      let name = parameter.name.flatMap { $0 == "_" || $0 == "Self" ? nil : $0 }
      return name.map { "_ \(SwiftName.escaped($0)): \(parameter.type)" } ?? parameter.type
    }
    return ClosureType(parameters: texts, result: result, isOptional: isOptional)
  }

  /// The argument that a closure is wrapped in.
  func argument(closure: String) -> (text: String, isShort: Bool) {
    guard let context else { return ("Callback(\(closure))", true) }
    var scope = NameScope(SwiftName.parameters.union([closure]))
    var declared: [String] = []
    var passed: [String] = []
    for (index, parameter) in parameters.enumerated() {
      if index == context {
        declared.append("_: \(parameter.type)")
      } else {
        let name = SwiftName.escaped(scope.claim(parameter.name ?? "value\(index + 1)"))
        declared.append("\(name): \(parameter.type)")
        passed.append(name)
      }
    }
    // In a method, in the closure of `map`.
    let indentation = 6
    let list = declared.joined(separator: ", ")
    let head =
      if indentation + list.count + "Callback { () in".count <= CodeText.lineLength {
        "Callback { (\(list)) in"
      } else if indentation + 2 + list.count + "() in".count <= CodeText.lineLength {
        "Callback {\n  (\(list)) in"
      } else {
        "Callback {\n  (\n"
          + CodeText.filled(declared, width: CodeText.lineLength - indentation - 4)
          .map { "    \($0)\n" }.joined() + "  ) in"
      }
    let text = "\(head)\n  try \(closure)(\(passed.joined(separator: ", ")))\n}"
    return (text, false)
  }
}
