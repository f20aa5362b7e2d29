internal import ArchBridgeABI

/// Finds out what a header's macros stand for, by having clang compile each as a constant.
///
/// Those that are none are found by their errors first. What the others are is read from the LLVM
/// code that clang makes of them.
package struct MacroProbe: Sendable {
  private let headers: [String]
  private let macros: [PreprocessedSource.Macro]

  /// Makes a probe for the macros that a header of these defines.
  package init(_ macros: [PreprocessedSource.Macro], headers: [String]) {
    self.headers = headers
    self.macros = macros.filter {
      !$0.body.isEmpty && !$0.name.hasPrefix("_") && $0.body != $0.name
    }
  }

  package var isEmpty: Bool { macros.isEmpty }

  /// C's numbers in the order of their numbers in the probe's text.
  private static let scalars: [CScalar] = CScalar.allCases.filter { $0 != .longDouble }

  /// The C source to be compiled.
  package var text: String {
    var text = headers.map { "#include \"\($0)\"\n" }.joined()
    let kinds = Self.scalars.enumerated().map { "\($0.element.rawValue): \($0.offset + 1)" }
    let generic = (kinds + ["default: 0"]).joined(separator: ", ")
    for (index, macro) in macros.enumerated() {
      text += "__auto_type const ab_value\(index) = (\(macro.name)); "
      text += "int const ab_kind\(index) = _Generic((\(macro.name)), \(generic));\n"
    }
    return text
  }

  /// The probe without the macros that clang's messages find fault with.
  package func without(errors: String) -> MacroProbe {
    var faulty: Set<Int> = []
    for line in errors.split(separator: "\n") {
      guard let range = line.firstRange(of: ": error: ") else { continue }
      let numbers = line[..<range.lowerBound].split(separator: ":").suffix(2)
      guard numbers.count == 2, let number = numbers.first.flatMap({ Int($0) }) else { continue }
      faulty.insert(number - 1 - headers.count)
    }
    var probe = self
    probe = MacroProbe(
      macros.enumerated().filter { !faulty.contains($0.offset) }.map(\.element), headers: headers)
    return probe
  }

  /// The constants in the LLVM code that clang makes of the probe.
  package func constants(_ code: String) -> [HeaderConstant] {
    let globals = LLVMGlobals(code)
    return macros.enumerated().compactMap { index, macro in
      guard let value = globals.values["ab_value\(index)"],
        let kind = globals.values["ab_kind\(index)"].flatMap(\.integer)
      else { return nil }
      let scalar = kind > 0 ? Self.scalars[Int(kind) - 1] : nil
      return value.constant(scalar, globals).map {
        HeaderConstant(name: macro.name, value: $0, comment: macro.comment)
      }
    }
  }

  /// The macros that stand for texts which Swift's constants cannot be.
  package func omissions(_ code: String) -> [Omission] {
    let globals = LLVMGlobals(code)
    return macros.enumerated().compactMap { index, macro in
      guard let value = globals.values["ab_value\(index)"], value.isLiteral,
        value.constant(nil, globals) == nil
      else { return nil }
      return Omission("the text is not UTF-8, or of wide characters", name: macro.name)
    }
  }
}
