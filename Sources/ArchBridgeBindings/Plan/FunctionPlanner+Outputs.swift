internal import ArchBridgeABI

/// Pointers through which a function gives something back.
extension FunctionPlanner {
  /// Plans a pointer that only gives back: it is no parameter, and part of the result.
  mutating func planOut(_ index: Int, _ pointer: HeaderPointer) throws(Omission) {
    let name = local(index)
    if let bounds = bounds(index) {
      try planOutArray(index, pointer, bounds)
      return
    }
    if types.wrapper(pointer.pointee) == nil,
      case .pointer(let inner) = header.resolved(pointer.pointee), isText(inner),
      isResultText(index, inner)
    {
      planOutText(index)
      return
    }
    if case .void = header.resolved(pointer.pointee) {
      planUnknown(index)
      return
    }
    let type = try types.value(pointer.pointee)
    plan.setup.append(.line("let \(name) = Out<\(type.name)>()"))
    plan.arguments.append(name)
    if type.isPointer {
      addPointerResult(index, type, value: "\(name).value")
    } else {
      addResult(index, type.name, "\(name).value")
    }
  }

  private mutating func addResult(_ index: Int, _ type: String, _ expression: String) {
    plan.results.append(.init(label: names[index], type: type, expression: expression))
  }

  /// Whether a `char **` gives a text: the library's own, or one that is known how to free.
  private func isResultText(_ index: Int, _ pointer: HeaderPointer) -> Bool {
    let annotations = function.parameters[index].annotations
    return pointer.isConst || annotations.has("free") || annotations.has("null_terminated")
  }

  private mutating func planOutText(_ index: Int) {
    let name = local(index)
    plan.setup.append(.line("let \(name) = Out<RemoteAddress>()"))
    plan.arguments.append(name)
    let read =
      if let free = function.parameters[index].annotations.value("free") {
        "try memory.takeText(\(name).value, freeingWith: \"\(free)\")"
      } else {
        "try memory.readText(\(name).value)"
      }
    if function.parameters[index].annotations.has("nonnull") {
      addResult(index, "String", read)
    } else {
      addResult(index, "String?", "\(name).value.isNull ? nil : \(read)")
    }
  }

  private mutating func addPointerResult(_ index: Int, _ type: SwiftType, value: String) {
    let isNull = type.kind == .handle ? "\(value).address.isNull" : "\(value).isNull"
    if function.parameters[index].annotations.has("nonnull") {
      let address = type.kind == .handle ? "\(value).address" : value
      plan.completion.append(
        .call("try requireAddress", [address, "of: \"\(names[index])\"", symbolArgument]))
      addResult(index, type.name, value)
    } else {
      addResult(index, "\(type.name)?", "\(isNull) ? nil : \(value)")
    }
  }

  private mutating func planOutArray(
    _ index: Int, _ pointer: HeaderPointer, _ bounds: Bounds
  ) throws(Omission) {
    let name = local(index)
    let isText = header.resolved(pointer.pointee) == .scalar(.char)
    guard let element = element(of: pointer, bounds), element.kind != .text,
      let capacity = capacity(bounds, least: isText ? 1 : 0)
    else {
      planUnknown(index)
      return
    }
    if isText {
      plan.setup.append(.line("let \(name) = Out<String>(capacity: \(capacity))"))
      addResult(index, "String", "\(name).value")
    } else {
      plan.setup.append(.line("let \(name) = Out<[\(element.name)]>(count: \(capacity))"))
      let filled = position(ofFilled: bounds.count)
      if let filled { requireFilled(filled, of: name) }
      let part = filled.map { ".prefix(Int(clamping: \(local($0))))" }
      let value = part.map { "Array(\(name).value\($0))" } ?? "\(name).value"
      addResult(index, "[\(element.name)]", value)
    }
    plan.arguments.append(name)
  }

  /// Plans a pointer whose value goes in and comes back.
  mutating func planInOut(_ index: Int, _ pointer: HeaderPointer) throws(Omission) {
    let type: String
    if let bounds = bounds(index) {
      guard let element = element(of: pointer, bounds), element.kind != .text,
        bounds.number != nil || countedInputs[bounds.count]?.contains(index) ?? false
      else {
        planUnknown(index)
        return
      }
      type = "[\(element.name)]"
      if let number = bounds.number {
        requireCount("\(local(index)).count", of: index, equals: String(number))
      }
    } else if function.parameters[index].annotations.has("array"),
      let element = element(of: pointer)
    {
      type = "[\(element.name)]"
    } else if case .void = header.resolved(pointer.pointee) {
      planUnknown(index)
      return
    } else {
      type = try types.value(pointer.pointee).name
    }
    let box = scope.claim("\(names[index])InOut")
    take(index, "inout \(type)")
    plan.setup.append(.line("let \(box) = InOut(\(local(index)))"))
    plan.arguments.append(box)
    plan.completion.append(.line("\(local(index)) = \(box).value"))
  }
}
