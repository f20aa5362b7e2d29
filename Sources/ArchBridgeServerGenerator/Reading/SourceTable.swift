internal import SwiftParser
internal import SwiftSyntax

/// A server's sources, read: their types by name, and where each piece of syntax stands.
struct SourceTable {
  /// The types in the order of the sources.
  private(set) var types: [DeclaredType] = []
  /// Extensions of types that these sources do not declare.
  private(set) var foreignExtensions: [ExtensionDeclSyntax] = []
  private var indexes: [[String]: Int] = [:]
  private var places: [SyntaxIdentifier: SourceLocationConverter] = [:]

  init(_ sources: [ServerSource]) {
    var extensions: [(declaration: ExtensionDeclSyntax, conditions: [String])] = []
    for source in sources {
      let tree = Parser.parse(source: source.text)
      places[tree.id] = SourceLocationConverter(fileName: source.name, tree: tree)
      let reading = DeclarationReader.read(tree)
      for type in reading.types { insert(type) }
      extensions += reading.extensions
    }
    for (declaration, conditions) in extensions {
      let path = DeclarationReader.path(of: declaration)
      if let index = indexes[path] {
        types[index].add(declaration, conditions: conditions)
      } else {
        foreignExtensions.append(declaration)
      }
    }
  }

  /// The type of this full name.
  subscript(_ path: [String]) -> DeclaredType? { indexes[path].map { types[$0] } }

  /// The type that a name means inside `scope`, looked for from the inside out.
  func type(named name: String, in scope: [String]) -> DeclaredType? {
    for count in (0...scope.count).reversed() {
      if let found = self[Array(scope.prefix(count)) + [name]] { return found }
    }
    return nil
  }

  /// An error that points at where `node` begins.
  func diagnostic(_ node: some SyntaxProtocol, _ message: String) -> ServerDiagnostic {
    guard let converter = places[node.root.id] else {
      return ServerDiagnostic(file: "", line: 1, column: 1, message: message)
    }
    let location = node.startLocation(converter: converter)
    return ServerDiagnostic(
      file: location.file, line: location.line, column: location.column, message: message)
  }

  private mutating func insert(_ type: DeclaredType) {
    guard indexes[type.path] == nil else { return }
    indexes[type.path] = types.count
    types.append(type)
  }
}
