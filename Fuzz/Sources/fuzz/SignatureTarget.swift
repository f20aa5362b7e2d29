import ArchBridgeABI
import ArchBridgeObjectFiles

extension FuzzTarget {
  /// A library whose debug information is read for what it declares.
  static let signatures = FuzzTarget(name: "signatures") { bytes in
    guard
      let found = try? DebugDeclarations(
        ObjectFileBytes(bytes), path: "/folder/library.so", surroundings: Surroundings(bytes: bytes)
      )
    else { return }
    let declarations = found.declarations
    let model = found.architecture.dataModel
    var again = CDeclarations()
    do {
      try again.parse(found.text)
    } catch {
      fatalError("what was declared cannot be read: \(error) in \(found.text)")
    }
    require(again.functionNames == declarations.functionNames, "functions are lost")
    require(again.variableNames == declarations.variableNames, "variables are lost")
    for name in declarations.functionNames {
      guard let type = declarations.function(named: name)?.type else { continue }
      require(again.function(named: name)?.type == type, "\(name) is another one")
      for value in type.parameters.map(\.type) + [type.result] {
        guard case .record = value.resolved else { continue }
        require(
          (try? declarations.extent(of: value, in: model)) != nil, "\(name) takes what has no size")
      }
    }
    for (kind, tag) in declarations.recordTags where declarations.record(kind, tag: tag) != nil {
      require(
        (try? declarations.layout(of: .record(kind, tag: tag), in: model)) != nil,
        "\(tag) has no layout")
    }
    for procedure in found.fortran.procedures {
      _ = procedure.description
      _ = try? procedure.cFunctionType()
    }
  }
}
