internal import ArchBridgeABI

/// What a function returns.
extension FunctionPlanner {
  mutating func planResult() throws(Omission) {
    let result = header.resolved(function.result)
    if case .void = result { return }
    if let reason = header.unsupported(in: function.result) { throw Omission(reason) }
    let type = try resultType(result)
    plan.callType = type
    if function.annotations.statusIsEmpty { return }
    plan.keepsCallResult = true
    plan.isDiscardable = function.annotations.has("status") && !isPointer(result)
    plan.results.insert(
      .init(label: "result", type: type, expression: "result"), at: 0)
  }

  private func isPointer(_ type: HeaderType) -> Bool {
    if case .pointer = type { true } else { false }
  }

  private func resultType(_ type: HeaderType) throws(Omission) -> String {
    guard types.wrapper(function.result) == nil, case .pointer(let pointer) = type else {
      let value = try types.value(function.result)
      return value.kind == .handle && !isNonnullResult(type) ? "\(value.name)?" : value.name
    }
    let optional = isNonnullResult(type) ? "" : "?"
    if isResultText(pointer) { return "String" + optional }
    return try types.value(function.result).name + optional
  }

  /// Whether a pointer is a text: one of the library's own, or one that is known how to free.
  private func isResultText(_ pointer: HeaderPointer) -> Bool {
    let isTerminated =
      function.annotations.has("null_terminated") || pointer.bounds == "null_terminated"
    if isText(pointer) {
      return pointer.isConst || isTerminated || function.annotations.has("free")
    }
    switch header.resolved(pointer.pointee) {
    case .scalar(.unsignedChar), .scalar(.signedChar): return isTerminated
    default: return false
    }
  }

  private func isNonnullResult(_ type: HeaderType) -> Bool {
    let annotations = function.annotations
    if annotations.has("nonnull") { return true }
    if annotations.has("nullable") { return false }
    if annotations.value("status")?.hasPrefix("nonnull") ?? false { return true }
    guard case .pointer(let pointer) = type else { return false }
    return pointer.nullability == .nonnull
  }
}
