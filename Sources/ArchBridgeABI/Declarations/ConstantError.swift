/// Why a constant expression has no value that every target agrees on.
enum ConstantError: Error {
  case overflow
  /// The value is one on a target with 4-byte `long` and another on one with 8-byte `long`.
  case dependsOnTarget
  case divisionByZero
  case shiftCount
  case notAnInteger
  case notOneCharacter
  case tooLarge

  /// What is wrong, for a `DeclarationError`.
  var message: String {
    switch self {
    case .overflow: "the result overflows its type"
    case .dependsOnTarget: "the result depends on the width of 'long', which targets differ in"
    case .divisionByZero: "division by zero"
    case .shiftCount: "the shift count is negative or not below the operand's width"
    case .notAnInteger: "expected an integer constant"
    case .notOneCharacter: "expected one ASCII character or escape sequence"
    case .tooLarge: "the constant does not fit 'long long'"
    }
  }
}
