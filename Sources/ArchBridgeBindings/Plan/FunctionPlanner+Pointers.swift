internal import ArchBridgeABI

/// Pointers that go in.
extension FunctionPlanner {
  mutating func planPointer(_ index: Int, _ pointer: HeaderPointer) throws(Omission) {
    let parameter = function.parameters[index]
    if case .function(let callback) = header.resolved(pointer.pointee) {
      try planCallback(index, callback)
    } else if parameter.annotations.has("context") {
      plan.arguments.append("nil")
    } else if parameter.annotations.has("inout") {
      try planInOut(index, pointer)
    } else if parameter.annotations.has("out") {
      try planOut(index, pointer)
    } else if !planArray(index, pointer), !planText(index, pointer) {
      if types.handle(pointer) != nil {
        planHandle(index, try types.value(parameter.type))
      } else {
        planUnknown(index)
      }
    }
  }

  /// A pointer of which no more is known: whatever Swift value has memory to point to.
  mutating func planUnknown(_ index: Int) {
    take(
      index, isNonnull(index) ? "any LibraryArgument" : "(any LibraryArgument)?",
      isOptional: nullability(index) == .nullable)
    plan.arguments.append(local(index))
  }

  /// Plans a pointer whose elements are an array in Swift, where they are; `in` alone is one element.
  private mutating func planArray(_ index: Int, _ pointer: HeaderPointer) -> Bool {
    let annotations = function.parameters[index].annotations
    guard let bounds = bounds(index) else {
      if annotations.has("array"), let element = element(of: pointer) {
        takeValue(index, "[\(element.name)]")
        return true
      }
      guard annotations.has("in"), let type = try? types.value(pointer.pointee) else {
        return false
      }
      takeValue(index, type.name)
      return true
    }
    let isCounted = countedInputs[bounds.count]?.contains(index) ?? false
    guard let element = element(of: pointer, bounds),
      isCounted || (annotations.has("in") && bounds.number != nil)
    else { return false }
    takeValue(index, "[\(element.name)]")
    if let number = bounds.number {
      let isNullable = nullability(index) == .nullable
      let count = isNullable ? "\(local(index))?.count ?? \(number)" : "\(local(index)).count"
      requireCount(count, of: index, equals: String(number))
    }
    return true
  }

  private mutating func takeValue(_ index: Int, _ type: String) {
    let isNullable = nullability(index) == .nullable
    take(index, isNullable ? "\(type)?" : type, isOptional: isNullable)
    plan.arguments.append(local(index))
  }

  /// Plans a text, or a list of texts that ends with null.
  private mutating func planText(_ index: Int, _ pointer: HeaderPointer) -> Bool {
    let isTerminated = isNullTerminated(index)
    if pointer.isConst || isTerminated, isText(pointer) {
      guard pointer.isConst else { return false }
      take(
        index, isNonnull(index) ? "String" : "String?", isOptional: nullability(index) == .nullable)
    } else if isTerminated, case .pointer(let inner) = header.resolved(pointer.pointee),
      isText(inner)
    {
      take(
        index, nullability(index) == .nullable ? "[String]?" : "[String]",
        isOptional: nullability(index) == .nullable)
    } else {
      return false
    }
    plan.arguments.append(local(index))
    return true
  }

  private func isNullTerminated(_ index: Int) -> Bool {
    function.parameters[index].annotations.has("null_terminated")
  }
}
