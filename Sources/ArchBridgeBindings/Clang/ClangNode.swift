/// A node of the syntax tree that clang prints as JSON, as far as bindings need it.
///
/// Statements and the parts of comments are stepped over while decoding.
package struct ClangNode: Decodable, Sendable {
  /// Clang's name of the node's class, such as `FunctionDecl`.
  package let kind: String
  /// What other nodes of the same tree refer to this one by.
  package let id: String
  package let name: String?
  /// The symbol, where it differs from the name too.
  package let mangledName: String?
  /// Where the node's name is, in bytes from the start of what clang read.
  package let offset: Int?
  /// The node's text, in bytes from the start of what clang read.
  package let range: Range<Int>?
  /// The node's type as clang spells it.
  package let type: String?
  package let storageClass: String?
  package let isInline: Bool
  package let isVariadic: Bool
  package let isComplete: Bool
  package let isBitField: Bool
  package let isImplicit: Bool
  /// `struct` or `union`.
  package let tagKind: String?
  /// A constant's value, or a literal's text.
  package let value: String?
  /// The text of an attribute that has one.
  package let message: String?
  /// The record or enumeration that a type's spelling defines.
  package let ownedTag: String?
  package let children: [ClangNode]

  private struct Place: Decodable {
    let offset: Int?
    let tokLen: Int?
  }

  private struct Extent: Decodable {
    let begin: Place
    let end: Place
  }

  private struct Spelling: Decodable {
    let qualType: String
  }

  private struct Reference: Decodable {
    let id: String
  }

  private enum CodingKeys: String, CodingKey {
    case kind, id, name, mangledName, type, storageClass, tagUsed, value, message, inner
    case variadic, completeDefinition, isBitfield, isImplicit, ownedTagDecl
    case place = "loc"
    case extent = "range"
    case inlined = "inline"
  }

  /// Kinds below which nothing is a declaration or an attribute.
  private static let leaves: Set<String> = [
    "CompoundStmt", "FullComment", "FunctionProtoType", "RecordType", "EnumType", "TypedefType",
  ]

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    // An absent child, such as the missing part of a statement, is an empty object.
    kind = try container.decodeIfPresent(String.self, forKey: .kind) ?? ""
    id = try container.decodeIfPresent(String.self, forKey: .id) ?? ""
    name = try container.decodeIfPresent(String.self, forKey: .name)
    mangledName = try container.decodeIfPresent(String.self, forKey: .mangledName)
    offset = try container.decodeIfPresent(Place.self, forKey: .place)?.offset
    let extent = try container.decodeIfPresent(Extent.self, forKey: .extent)
    if let begin = extent?.begin.offset, let end = extent?.end.offset, begin <= end {
      range = begin..<end + (extent?.end.tokLen ?? 0)
    } else {
      range = nil
    }
    type = try container.decodeIfPresent(Spelling.self, forKey: .type)?.qualType
    storageClass = try container.decodeIfPresent(String.self, forKey: .storageClass)
    isInline = try container.decodeIfPresent(Bool.self, forKey: .inlined) ?? false
    isVariadic = try container.decodeIfPresent(Bool.self, forKey: .variadic) ?? false
    isComplete = try container.decodeIfPresent(Bool.self, forKey: .completeDefinition) ?? false
    isBitField = try container.decodeIfPresent(Bool.self, forKey: .isBitfield) ?? false
    isImplicit = try container.decodeIfPresent(Bool.self, forKey: .isImplicit) ?? false
    tagKind = try container.decodeIfPresent(String.self, forKey: .tagUsed)
    // A character's value is a number, everybody else's a text; numbers are not needed here.
    value = try? container.decodeIfPresent(String.self, forKey: .value)
    message = try container.decodeIfPresent(String.self, forKey: .message)
    ownedTag = try container.decodeIfPresent(Reference.self, forKey: .ownedTagDecl)?.id
    if Self.leaves.contains(kind) {
      children = []
    } else {
      children = try container.decodeIfPresent([ClangNode].self, forKey: .inner) ?? []
    }
  }

  /// The first record or enumeration that the spelling of this node's type defines.
  package var definedTag: String? {
    if let ownedTag { return ownedTag }
    for child in children {
      if let tag = child.definedTag { return tag }
    }
    return nil
  }

  /// The digits of the first constant below this node.
  package var digits: String? {
    for child in children {
      if child.kind == "ConstantExpr", let value = child.value { return value }
      if let digits = child.digits { return digits }
    }
    return nil
  }

  /// The value of the first constant below this node, where an `Int64` holds it.
  package var constant: Int64? { digits.flatMap { Int64($0) } }
}
