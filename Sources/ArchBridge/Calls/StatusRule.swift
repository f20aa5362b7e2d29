internal import ArchBridgeABI

/// What a function's annotations say of its result: when it has failed, and who tells why.
struct StatusRule: Equatable {
  /// Which results mean success.
  enum Success: Equatable {
    case zero
    case nonzero
    case nonnegative
    case positive
    case nonnull
    case among([Int64])
  }

  var success: Success
  /// Whether `errno` gives the reason.
  var usesErrno: Bool
  /// The function that gives the reason.
  var message: String?

  /// The rule that a declaration states; nil where it states none.
  init?(_ declaration: FunctionDeclaration) throws(BridgeError) {
    var rule: (Success, usesErrno: Bool)?
    var message: String?
    for annotation in declaration.annotations {
      if let text = annotation.value(of: "status") {
        rule = Self.rule(text)
        guard rule != nil else {
          throw BridgeError(
            .invalidDeclaration,
            "'status=\(text)' is no rule; there are zero, nonzero, nonnegative, positive, nonnull "
              + "and in(…), each with ',errno' after it where errno gives the reason",
            symbol: declaration.name)
        }
      } else if let text = annotation.value(of: "message") {
        message = text
      }
    }
    guard let rule else { return nil }
    if rule.0 == .nonnegative, declaration.type.result.isUnsigned {
      throw BridgeError(
        .invalidDeclaration,
        "'status=nonnegative' is always true of '\(declaration.type.result)', which is unsigned",
        symbol: declaration.name)
    }
    success = rule.0
    usesErrno = rule.usesErrno
    self.message = message
  }

  private static func rule(_ text: String) -> (Success, usesErrno: Bool)? {
    var text = text[...]
    let usesErrno = text.hasSuffix(",errno")
    if usesErrno { text = text.dropLast(6) }
    switch text {
    case "zero": return (.zero, usesErrno)
    case "nonzero": return (.nonzero, usesErrno)
    case "nonnegative": return (.nonnegative, usesErrno)
    case "positive": return (.positive, usesErrno)
    case "nonnull": return (.nonnull, usesErrno)
    default: break
    }
    guard text.hasPrefix("in("), text.hasSuffix(")") else { return nil }
    let parts = text.dropFirst(3).dropLast().split(separator: ",")
    let values = parts.compactMap { Int64($0.filter { $0 != " " }) }
    guard !values.isEmpty, values.count == parts.count else { return nil }
    return (.among(values), usesErrno)
  }

  /// Whether a result means success.
  func isSuccess(_ status: StatusValue) -> Bool {
    switch success {
    case .zero: status.sign == 0
    case .nonzero, .nonnull: status.sign != 0
    case .nonnegative: status.sign >= 0
    case .positive: status.sign > 0
    case .among(let values): values.contains(status.integer)
    }
  }
}

extension CType {
  /// Whether this is an integer type without negative values.
  fileprivate var isUnsigned: Bool {
    guard case .scalar(let scalar) = resolved else { return false }
    return !scalar.isSigned && !scalar.isFloatingPoint
  }
}

extension String {
  /// What stands after `name=`.
  func value(of name: String) -> String? {
    hasPrefix(name + "=") ? String(dropFirst(name.count + 1)) : nil
  }
}

extension FunctionDeclaration {
  /// The function that frees what this one returns.
  var freeFunction: String? { annotations.lazy.compactMap { $0.value(of: "free") }.first }
}

extension CFunctionType.Parameter {
  /// Whether this only brings a value back.
  var isOut: Bool { annotations.contains("out") }
}
