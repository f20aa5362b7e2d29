internal import ArchBridge

/// The interface of a Fortran procedure among what is otherwise C.
enum FortranInterface {
  /// Whether a text is Fortran's: `function` or `subroutine` before a name, or a module.
  static func isFortran(_ text: String) -> Bool {
    // Lines of comments say nothing, and C has none that begin so.
    let text = text.prefix(20_000).split(separator: "\n")
      .filter { $0.first { !$0.isWhitespace } != "!" }.joined(separator: "\n")
    guard let first = text.first(where: { !$0.isWhitespace }), first != "#", first != "/",
      !text.contains("/*")
    else { return false }
    var words: [String] = []
    var word = ""
    // What stands before the arguments decides.
    for character in text.prefix(2_000) {
      if character.isIdentifierPart {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        words.append(word.lowercased())
        word = ""
      }
      if isProcedure(words) { return true }
      if words.count == 2, words == ["block", "data"] { return true }
      // A name directly before a bracket has nothing after it.
      if character == "(" { words.append("(") }
      if words.count > 60 { break }
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    if words.first == "module" || words.first == "interface" { return true }
    // C has types of any name, and no ends of them.
    if words.first == "type" { return text.lowercased().contains("end type") }
    return isProcedure(words) || words.starts(with: ["block", "data"])
  }

  /// Whether `function` or `subroutine` stands before the last word, and no `struct`.
  private static func isProcedure(_ words: [String]) -> Bool {
    guard words.count > 1, let name = words.last, let letter = name.first, letter.isLetter else {
      return false
    }
    let keyword = words[words.count - 2]
    guard keyword == "function" || keyword == "subroutine" else { return false }
    return words.count == 2 || !["struct", "union", "enum"].contains(words[words.count - 3])
  }

  /// Whether a file is Fortran's, by its name or by what it has.
  static func isFortran(_ text: String, file: String) -> Bool {
    let name = file.lowercased()
    let endings = [".f", ".for", ".ftn", ".f77", ".f90", ".f95", ".f03", ".f08", ".f18", ".fpp"]
    return endings.contains { name.hasSuffix($0) } || isFortran(text)
  }

  /// Reads a text; `place` is what messages call it.
  static func declarations(
    _ text: String, from place: String, form: FortranForm = .automatic, _ architecture: Architecture
  ) throws(BridgeError) -> FortranDeclarations {
    var declarations = FortranDeclarations()
    do throws(DeclarationError) {
      try declarations.parse(text, form: form, on: architecture.dataModel)
    } catch {
      let line = error.line > 1 || text.contains("\n") ? "line \(error.line), " : ""
      throw BridgeError(
        .invalidDeclaration, "\(place)\(line)column \(error.column): \(error.message)")
    }
    return declarations
  }
}

extension FortranDeclarations {
  /// The derived types as C has them, those that it can have.
  var structures: CDeclarations {
    var structures = CDeclarations()
    for type in derivedTypes {
      if let text = type.cDeclaration { try? structures.parse(text) }
    }
    return structures
  }
}
