internal import ArchBridgeABI
internal import ArchBridgeObjectFiles
internal import Synchronization

/// A C++ variable that has been found in a library.
struct FoundVariable: Sendable {
  var library: UInt32
  var symbol: String
  /// Its type, where that was written.
  var type: CType?
  var isConst = false
}

/// Variables by their C++ names, as `int vendor::counter`.
extension HelperSession {
  /// Whether a variable's name is more than a symbol.
  static func isCxxVariable(_ name: String) -> Bool {
    name.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: " ") }
  }

  /// The variable that a text names.
  ///
  /// - Throws: `.invalidDeclaration`; `.symbolNotFound` where there is none.
  func cxxVariable(_ text: String, in library: UInt32) throws(BridgeError) -> FoundVariable {
    let key = PlanCache.Key(library: library, name: text)
    if let known = plans.cxx.variable(key) { return known }
    let wanted: CxxVariable
    do throws(DeclarationError) {
      wanted = try CxxVariable(text, knowing: types.declarations)
    } catch {
      throw BridgeError(
        .invalidDeclaration,
        "'\(text.abridged())', column \(error.column): \(error.message)", symbol: text)
    }
    let answer = archive.settle(search(text, wanted, in: library))
    guard let found = CxxAnswer(answer) else { throw answer }
    let variable = FoundVariable(
      library: found.library, symbol: found.symbol, type: wanted.type, isConst: wanted.isConst)
    plans.cxx.keep(variable, key)
    return variable
  }

  /// Where a variable is, as an error: a recording keeps what the library's file says.
  private func search(
    _ text: String, _ wanted: CxxVariable, in library: UInt32
  ) -> BridgeError {
    let libraries = libraries.withLock { $0 }.filter { library == 0 || $0.number == library }
    let key = CxxSymbol.key(of: wanted.name)
    var isFunction = false
    for one in libraries {
      for symbol in plans.cxx.symbols(ofFile: one.path) {
        if symbol != wanted.name.description {
          guard CxxSymbol.isFunction(symbol), symbol.contains(key),
            case let spelled = demangled(symbol), CxxSignature.name(of: spelled) == wanted.name
          else { continue }
          guard Self.isVariable(spelled) else {
            isFunction = true
            continue
          }
        }
        return CxxAnswer(library: one.number, symbol: symbol, text: text, rule: .never).error
      }
    }
    let name = wanted.name.description.abridged()
    let searched = libraries.map(\.name).joined(separator: ", ")
    guard !isFunction else {
      return BridgeError(
        .symbolNotFound, "\(name) is a function of \(searched), and no variable", symbol: text)
    }
    let names = libraries.flatMap { plans.cxx.symbols(ofFile: $0.path) }
      .filter(CxxSymbol.isFunction).map { demangled($0) }.filter(Self.isVariable)
    let near = nearNames(to: wanted.name.description, in: names, limit: 3).map { $0.abridged() }
    let advice = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    return BridgeError(
      .symbolNotFound, "no variable \(name) is in \(searched)\(advice)", symbol: text)
  }

  /// Whether a demangled symbol is a variable's: a function has its parameters behind its name.
  private static func isVariable(_ spelled: String) -> Bool {
    (try? CxxVariable(spelled)) != nil
  }
}
