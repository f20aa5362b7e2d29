import ArchBridgeABI
import ArchBridgeObjectFiles

extension FuzzTarget {
  /// C declarations, and the layout of every structure in them.
  static let declarations = FuzzTarget(name: "declarations") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    var declarations = CDeclarations()
    if let signature = try? CxxSignature(text) {
      require(signature.resembles(signature, in: .i386) == (signature.type != nil), "unlike itself")
    }
    guard (try? declarations.parse(text)) != nil else { return }
    for name in declarations.functionNames { _ = declarations.function(named: name) }
    for name in declarations.constantNames { _ = declarations.constant(named: name) }
    for architecture in Architecture.all {
      for name in declarations.variableNames {
        guard let variable = declarations.variable(named: name) else { continue }
        _ = try? declarations.extent(of: variable.type, in: architecture.dataModel)
      }
    }
  }

  /// Fortran interfaces, the C signature of each, and what it is printed as.
  static let interfaces = FuzzTarget(name: "interfaces") { bytes in
    let form: FortranForm = (bytes.first ?? 0) & 1 == 1 ? .fixed : .automatic
    var declarations = FortranDeclarations()
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    guard (try? declarations.parse(text, form: form)) != nil else { return }
    for procedure in declarations.procedures {
      _ = try? procedure.cFunctionType()
      let spelling = "\(procedure)"
      // A long one may be more than the reader takes; it says so.
      guard let again = try? FortranDeclarations.parseProcedure(spelling) else { continue }
      require("\(again)" == spelling, "an interface is printed as another one")
    }
    for type in declarations.derivedTypes {
      var declarations = CDeclarations()
      try? type.cDeclaration.map { try declarations.parse($0) }
    }
  }

  /// An ELF file, asked everything.
  static let objects = FuzzTarget(name: "objects") { bytes in
    guard let file = try? ELFFile(ObjectFileBytes(bytes)) else { return }
    _ = try? file.checkSegments()
    _ = try? file.dynamicSection()
    _ = try? file.interpreter
    _ = try? file.buildID
    let symbols = try? file.exportedSymbols()
    require((symbols?.count ?? 0) <= bytes.count, "more symbols than bytes")
    for symbol in symbols ?? [] { _ = try? file.ending(of: symbol) }
    require(((try? file.versionTexts(limit: 8)) ?? []).count <= 8, "more texts than asked for")
  }

  /// A text in the form of `/etc/ld.so.conf`.
  static let loaderTexts = FuzzTarget(name: "loader-texts") { bytes in
    _ = LoaderConfiguration(String(decoding: bytes, as: UTF8.self)).folders
  }
}
