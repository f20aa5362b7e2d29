/// Reads the attributes that clang attached to a declaration.
///
/// The syntax tree names an attribute and where it is; what it says is in the text there.
struct AttributeReader {
  let source: PreprocessedSource

  /// The `archbridge:` annotations, and clang's own attributes that say the same.
  func annotations(_ node: ClangNode) -> Annotations {
    var annotations = Annotations()
    for child in node.children {
      switch child.kind {
      case "AnnotateAttr":
        let text = literal(child)
        if text.hasPrefix("archbridge:") { annotations.add(String(text.dropFirst(11))) }
      case "NoEscapeAttr": annotations.add("noescape")
      case "ReturnsNonNullAttr": annotations.add("nonnull")
      default: break
      }
    }
    return annotations
  }

  /// The indices of the parameters that `nonnull` names; empty is all of them, nil is none.
  func nonnullParameters(_ node: ClangNode) -> [Int]? {
    var indices: [Int]?
    for child in node.children where child.kind == "NonNullAttr" {
      let text = source.text(in: child.range)
      let numbers = text.drop { $0 != "(" }.split { !$0.isNumber }.compactMap { Int($0) }
      if numbers.isEmpty { return [] }
      indices = (indices ?? []) + numbers.map { $0 - 1 }
    }
    return indices
  }

  func has(_ kind: String, _ node: ClangNode) -> Bool {
    node.children.contains { $0.kind == kind }
  }

  func swiftName(_ node: ClangNode) -> String? {
    node.children.first { $0.kind == "SwiftNameAttr" }.map(literal)
  }

  /// What the header says where it says that a declaration is not to be used any more.
  func deprecation(_ node: ClangNode) -> String? {
    node.children.first { $0.kind == "DeprecatedAttr" }.map { $0.message ?? "" }
  }

  /// Why there is no using a declaration.
  func unavailability(_ node: ClangNode) -> String? {
    node.children.first { $0.kind == "UnavailableAttr" }.map { attribute in
      attribute.message.map { "it is unavailable: \($0)" } ?? "it is unavailable"
    }
  }

  /// The greatest alignment that attributes ask for.
  func alignment(_ node: ClangNode) -> Int? {
    node.children.filter { $0.kind == "AlignedAttr" }
      .compactMap { attribute in
        attribute.constant.map { Int($0) }
          ?? source.text(in: attribute.range).split { !$0.isNumber }.compactMap { Int($0) }.last
          ?? 16
      }
      .max()
  }

  /// The text of the string literals in an attribute.
  private func literal(_ node: ClangNode) -> String {
    var text = ""
    var isInside = false
    var isEscaped = false
    for character in source.text(in: node.range) {
      if character == "\"", !isEscaped {
        isInside.toggle()
      } else if isInside {
        isEscaped = character == "\\" && !isEscaped
        if !isEscaped { text.append(character) }
      }
    }
    return text
  }
}
