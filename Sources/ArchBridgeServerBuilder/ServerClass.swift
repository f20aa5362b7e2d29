import ArchBridgeBuilder
import ArchBridgeServerGenerator
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
    var servers: Set<String> = ["LibraryServer"]
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
    (self.name, file, line) = (only.name, only.file, only.line)
  }

  /// A class of a source that comes from another.
  private struct Declaration {
    let name: String
    let parent: String
    let file: URL
    let line: Int
  }

  private static func classes(in file: URL) throws -> [Declaration] {
    guard let bytes = FileManager.default.contents(atPath: file.path) else {
      throw BuildFailure("\(file.path) cannot be read")
    }
    let source = ServerSource(name: file.path, text: String(decoding: bytes, as: UTF8.self))
    return source.inheritingClasses.map {
      Declaration(name: $0.name, parent: $0.parent, file: file, line: $0.line)
    }
  }
}
