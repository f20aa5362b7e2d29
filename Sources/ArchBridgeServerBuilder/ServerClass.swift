import ArchBridgeBuilder
package import Foundation

/// The class that is the server of a program, and where it is declared.
package struct ServerClass {
  package let name: String
  package let file: URL
  package let line: Int

  /// Finds it in the sources: the class that comes from `LibraryServer` and that no other comes from.
  ///
  /// - Parameter name: the class's name, where it is known; empty for the only one that there is.
  package init(named name: String = "", in sources: [URL]) throws {
    let classes = try sources.flatMap(Self.classes)
    var servers: Set<Substring> = ["LibraryServer"]
    // A class may come before the one that it is made of.
    for _ in classes {
      for known in classes where servers.contains(known.parent) { servers.insert(known.name) }
    }
    let found = classes.filter { known in
      name.isEmpty
        ? servers.contains(known.parent) && !classes.contains { $0.parent == known.name }
        : known.name == name
    }
    guard let only = found.first else {
      throw BuildFailure(
        "no class in \(sources.map(\.lastPathComponent).joined(separator: ", ")) is a "
          + "LibraryServer: write `final class MyServer: LibraryServer`")
    }
    guard found.count == 1 else {
      let names = found.map { "\($0.name) (\($0.file.lastPathComponent):\($0.line))" }
      throw BuildFailure(
        "\(names.joined(separator: " and ")) are each a LibraryServer; one program has one server")
    }
    (self.name, file, line) = (String(only.name), only.file, only.line)
  }

  /// A class of a source that comes from another.
  private struct Declaration {
    let name: Substring
    let parent: Substring
    let file: URL
    let line: Int
  }

  private static func classes(in file: URL) throws -> [Declaration] {
    guard let bytes = FileManager.default.contents(atPath: file.path) else {
      throw BuildFailure("\(file.path) cannot be read")
    }
    let text = withoutComments(String(decoding: bytes, as: UTF8.self))
    let declaration = /\bclass\s+(\w+)\s*:\s*(?:ArchBridgeServer\s*\.\s*)?(\w+)/
    return text.matches(of: declaration.matchingSemantics(.unicodeScalar)).map {
      let line = text[..<$0.range.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") } + 1
      return Declaration(name: $0.1, parent: $0.2, file: file, line: line)
    }
  }

  /// A source without its comments and texts, whose lines stay where they are.
  private static func withoutComments(_ source: String) -> String {
    let ignored = /\/\/[^\n]*|\/\*(?s:.*?)\*\/|"""(?s:.*?)"""|"(?:\\.|[^"\\\n])*"/
    return source.replacing(ignored.matchingSemantics(.unicodeScalar)) { match in
      String(repeating: "\n", count: match.output.utf8.count { $0 == UInt8(ascii: "\n") })
    }
  }
}
