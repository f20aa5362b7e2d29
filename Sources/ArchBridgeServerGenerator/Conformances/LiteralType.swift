internal import SwiftSyntax

/// The type that a literal gives a variable without an annotation.
enum LiteralType {
  /// The type's text, or nil where the expression alone does not tell.
  static func name(of expression: ExprSyntax) -> String? {
    if expression.is(IntegerLiteralExprSyntax.self) { return "Int" }
    if expression.is(FloatLiteralExprSyntax.self) { return "Double" }
    if expression.is(BooleanLiteralExprSyntax.self) { return "Bool" }
    if expression.is(StringLiteralExprSyntax.self) { return "String" }
    if let signed = expression.as(PrefixOperatorExprSyntax.self),
      ["-", "+"].contains(signed.operator.text)
    {
      return name(of: signed.expression).flatMap { ["Int", "Double"].contains($0) ? $0 : nil }
    }
    if let array = expression.as(ArrayExprSyntax.self) {
      return common(array.elements.map(\.expression)).map { "[\($0)]" }
    }
    if let call = expression.as(FunctionCallExprSyntax.self), call.trailingClosure == nil {
      return emptyCollection(call)
    }
    return nil
  }

  private static func common(_ expressions: [ExprSyntax]) -> String? {
    let names = Set(expressions.map(name(of:)))
    return names.count == 1 ? names.first.flatMap(\.self) : nil
  }

  /// `[Double]()` and `[String: Int]()` name their types.
  private static func emptyCollection(_ call: FunctionCallExprSyntax) -> String? {
    guard call.arguments.isEmpty else { return nil }
    let called = call.calledExpression
    let isType = called.is(ArrayExprSyntax.self) || called.is(DictionaryExprSyntax.self)
    return isType ? called.trimmedDescription : nil
  }
}
