/// Lets `-1.5` be an argument: the parser of arguments takes whatever begins with `-` for an option.
///
/// Numbers are marked before it sees them, with a character that no argument can contain, and
/// unmarked after. Everything else that begins with `-` stays an option, mistyped ones included.
enum NegativeNumbers {
  private static let mark: Character = "\0"

  static func marked(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments[..<end].map { isNegativeNumber($0) ? String(mark) + $0 : $0 }
      + arguments[end...]
  }

  static func unmarked(_ text: String) -> String { text.filter { $0 != mark } }

  private static func isNegativeNumber(_ argument: String) -> Bool {
    guard argument.first == "-", let second = argument.dropFirst().first else { return false }
    return second.isNumber || second == "."
      || ["inf", "infinity", "nan"].contains(argument.dropFirst().lowercased())
  }
}
