internal import ArchBridgeABI
internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles
internal import Synchronization

/// Finding functions by their C++ signatures.
///
/// The libraries' own symbols are demangled and compared. What a signature mangles to cannot be known
/// from it: a template's symbol says how the template was declared.
extension HelperSession {
  /// Whether a function's name is a signature.
  static func isSignature(_ name: String) -> Bool {
    name.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ":") }
  }

  /// The function that a signature means.
  ///
  /// - Throws: `.invalidDeclaration`; `.symbolNotFound` where there is none, or more than one.
  func cxxFunction(_ text: String, in library: UInt32) throws(BridgeError) -> CxxFunction {
    let key = PlanCache.Key(library: library, name: text)
    if let known = plans.cxx.function(key) { return known }
    let function = try findCxx(text, in: library)
    plans.cxx.keep(function, key)
    return function
  }

  private func findCxx(_ text: String, in library: UInt32) throws(BridgeError) -> CxxFunction {
    let wanted: CxxSignature
    do throws(DeclarationError) {
      wanted = try CxxSignature(text, knowing: types.declarations)
    } catch {
      throw BridgeError(
        .invalidDeclaration, "'\(text.abridged())', column \(error.column): \(error.message)",
        symbol: text)
    }
    let answer = archive.settle(search(text, wanted, in: library))
    guard let found = CxxAnswer(answer) else { throw answer }
    let signature = try? CxxSignature(found.text, knowing: types.declarations)
    let function = CxxFunction(
      CxxSymbol(symbol: found.symbol, text: found.text, signature: signature), wanted,
      in: found.library, found.rule,
      isDefined: { [types] type in types.isDefined(type) })
    for parameter in function.type.parameters {
      if case .record = parameter.type.resolved, !types.isDefined(parameter.type) {
        throw passedByValue(parameter.type, function.name)
      }
    }
    return function
  }

  /// The refusal of a class of which nobody knows how C++ passes it.
  private func passedByValue(_ type: CType, _ function: String) -> BridgeError {
    let base = CxxName("\(type)").base.abridged()
    return BridgeError(
      .unsupportedType,
      "\("\(type)".abridged()) is passed by value: where C++ copies it byte for byte, declare its "
        + "members, as in 'struct \(base) { … };', and an enumeration as in 'enum \(base) : int;'; "
        + "where it has a copy constructor or a destructor of its own, C++ passes an object's "
        + "address: write the parameter as \(type)&",
      symbol: function)
  }

  /// What a signature means, as an error: a recording keeps what the library's file says.
  private func search(
    _ text: String, _ wanted: CxxSignature, in library: UInt32
  ) -> BridgeError {
    let libraries = libraries.withLock { $0 }.filter { library == 0 || $0.number == library }
    var all: [CxxSymbol] = []
    for one in libraries {
      let symbols = plans.cxx.symbols(ofFile: one.path)
      let named = CxxSymbol.named(wanted.name, among: symbols, knowing: types.declarations)
      let matching = matching(wanted, named)
      if Set(matching.map(\.text)).count == 1, let found = CxxSymbol.whole(matching) {
        let rule = rule(wanted, found, symbols)
        return CxxAnswer(library: one.number, symbol: found.symbol, text: found.text, rule: rule)
          .error
      }
      all += matching.isEmpty ? named : matching
      // What is declared `extern "C"` has its own name.
      if named.isEmpty, wanted.name.scope.isEmpty, symbols.contains(wanted.name.description) {
        return CxxAnswer(
          library: one.number, symbol: wanted.name.description, text: text, rule: .never
        ).error
      }
    }
    return refusal(text, wanted, all, libraries)
  }

  private func matching(_ wanted: CxxSignature, _ named: [CxxSymbol]) -> [CxxSymbol] {
    guard wanted.type != nil else { return named }
    let same = named.filter { $0.signature?.isSame(as: wanted) == true }
    // `wchar_t` is an `int` to C, and another type to C++.
    let exact = same.filter {
      $0.signature?.type?.parameters.map(\.type) == wanted.type?.parameters.map(\.type)
    }
    if !exact.isEmpty { return exact }
    if !same.isEmpty { return same }
    return named.filter { $0.signature?.resembles(wanted, in: types.dataModel) == true }
  }

  private func rule(
    _ wanted: CxxSignature, _ found: CxxSymbol, _ symbols: [String]
  ) -> CxxFunction.ObjectRule {
    let name = wanted.name
    if wanted.isStatic || name.scope.isEmpty { return .never }
    let isConst = found.signature?.isConst == true
    if isConst || name.isConstructor || name.isDestructor { return .always }
    return CxxSymbol.isClass(name.scope, among: Set(symbols)) ? .always : .asCalled
  }

  /// How many functions an error lists.
  private static let listLimit = 12

  private func refusal(
    _ text: String, _ wanted: CxxSignature, _ named: [CxxSymbol], _ libraries: [LoadedLibrary]
  ) -> BridgeError {
    let searched = libraries.map(\.name).joined(separator: ", ")
    let texts = Set(named.map(\.text)).sorted()
    var list = texts.prefix(Self.listLimit).map { $0.abridged() }.joined(separator: "; ")
    let name = wanted.name.description.abridged()
    if texts.count > Self.listLimit { list += "; and \(texts.count - Self.listLimit) more" }
    if !texts.isEmpty {
      let isAmbiguous = wanted.type == nil || !matching(wanted, named).isEmpty
      return BridgeError(
        .symbolNotFound,
        isAmbiguous
          ? "\(name) is \(texts.count) functions of \(searched); write which: \(list)"
          : "no function \(CxxName.shortened(text).abridged()) is in \(searched); there is \(list)",
        symbol: text)
    }
    let names = libraries.flatMap { plans.cxx.symbols(ofFile: $0.path) }
      .filter(CxxSymbol.isFunction)
      .compactMap { CxxSignature.name(of: demangled($0))?.description }
    let near = nearNames(to: wanted.name.description, in: names, limit: 3).map { $0.abridged() }
    let advice = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    return BridgeError(
      .symbolNotFound, "no function \(name) is in \(searched)\(advice)", symbol: text)
  }
}

/// What was found, as a recording can keep it.
struct CxxAnswer {
  var library: UInt32
  var symbol: String
  var text: String
  var rule: CxxFunction.ObjectRule

  init(library: UInt32, symbol: String, text: String, rule: CxxFunction.ObjectRule) {
    (self.library, self.symbol, self.text, self.rule) = (library, symbol, text, rule)
  }

  var error: BridgeError {
    BridgeError(.found, "\(library)\n\(symbol)\n\(rule.rawValue)\n\(text)")
  }

  init?(_ answer: BridgeError) {
    guard answer.code == .found else { return nil }
    let parts = answer.message.split(separator: "\n", maxSplits: 3).map(String.init)
    guard parts.count == 4, let library = UInt32(parts[0]),
      let rule = CxxFunction.ObjectRule(rawValue: parts[2])
    else { return nil }
    self.init(library: library, symbol: parts[1], text: parts[3], rule: rule)
  }
}

extension BridgeError.Code {
  /// No error: what a recording keeps of a search.
  fileprivate static let found = Self(rawValue: "found")
}
