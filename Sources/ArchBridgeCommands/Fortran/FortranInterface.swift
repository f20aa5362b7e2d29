internal import ArchBridge

/// The interface of a Fortran procedure among what is otherwise C.
enum FortranInterface {
  /// Whether a text is Fortran's: `function` or `subroutine` before a name, or a module.
  static func isFortran(_ text: String) -> Bool {
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
      // A name directly before a bracket has nothing after it.
      if character == "(" { words.append("(") }
      if words.count > 60 { return false }
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return isProcedure(words) || words.first == "module" || words.first == "interface"
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

  /// Reads a text; `place` is what messages call it.
  static func declarations(
    _ text: String, from place: String, _ architecture: Architecture
  ) throws(BridgeError) -> FortranDeclarations {
    var declarations = FortranDeclarations()
    do throws(DeclarationError) {
      try declarations.parse(text, on: architecture.dataModel)
    } catch {
      let line = error.line > 1 || text.contains("\n") ? "line \(error.line), " : ""
      throw BridgeError(
        .invalidDeclaration, "\(place)\(line)column \(error.column): \(error.message)")
    }
    return declarations
  }
}
