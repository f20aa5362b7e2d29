/// One statement of the shell's language.
enum ShellStatement: Equatable {
  /// A blank line or a comment.
  case nothing
  /// An expression, whose value is printed.
  case show(ShellExpression)
  /// `x = …`, `info.serial = …`
  case set(ShellPath, ShellExpression)
  /// `int vendor::counter = …`: a C++ variable of the library, with its type.
  case setVariable(String, ShellExpression)
  /// C declarations.
  case declare(String)
  /// `load LIBRARY`
  case load(String)
  /// `help` or `help NAME`
  case help(String?)
  /// `quit`
  case quit
}

/// What gives a value.
enum ShellExpression: Equatable {
  /// A literal, with variables and calls in it.
  case literal(Literal)
  /// `read ADDRESS COUNT TYPE`: what is in the library's memory.
  case read(address: String, count: Int?, type: String?)
}

/// A name, and the way from it to a member or element.
struct ShellPath: Equatable {
  /// The variable's name.
  let name: String
  /// What follows it, such as `position.x` or `[3]`; empty for the variable itself.
  let members: String

  /// Reads `name.member[3]`; nil where the text is none.
  init?(_ text: some StringProtocol) {
    let name = text.prefix(while: \.isIdentifierPart)
    guard let first = name.first, !first.isNumber else { return nil }
    let rest = text[name.endIndex...]
    guard rest.isEmpty || rest.first == "." || rest.first == "[",
      rest.allSatisfy({ $0.isIdentifierPart || ".[]".contains($0) })
    else { return nil }
    self.name = String(name)
    members = String(rest.first == "." ? rest.dropFirst() : rest)
  }
}

/// The words that begin a statement of their own.
enum ShellKeyword: String, CaseIterable {
  case declare, exit, help, load, quit, read

  /// What the keyword does, for `help`.
  var summary: String {
    switch self {
    case .declare:
      "declare DECLARATIONS   reads C declarations; so does anything that ends with ';'"
    case .exit, .quit: "\(rawValue)                   ends the shell, and the library with it"
    case .help: "help [NAME]            tells of everything, or of one name"
    case .load: "load LIBRARY           loads another library into the same helper"
    case .read: "read ADDRESS [COUNT] [TYPE]   reads memory; the type 'text' up to its NUL"
    }
  }
}
