internal import SwiftParser
internal import SwiftSyntax

extension ServerSource {
  /// A class that says what it comes from.
  public struct InheritingClass: Sendable {
    /// Its full name, as other files write it.
    public let name: String
    /// What it names first: the class that it comes from, or a protocol.
    public let parent: String
    /// The line that has `class`, from 1.
    public let line: Int
  }

  /// The classes that say what they come from, nested ones too.
  public var inheritingClasses: [InheritingClass] {
    let tree = Parser.parse(source: text)
    let converter = SourceLocationConverter(fileName: name, tree: tree)
    return DeclarationReader.read(tree).types.compactMap { type in
      guard let node = type.declaration.as(ClassDeclSyntax.self),
        let parent = type.inheritances.first?.type.trimmedDescription
      else { return nil }
      let module = "ArchBridgeServer."
      return InheritingClass(
        name: type.qualifiedName,
        parent: parent.hasPrefix(module) ? String(parent.dropFirst(module.count)) : parent,
        line: node.classKeyword.startLocation(converter: converter).line)
    }
  }
}
