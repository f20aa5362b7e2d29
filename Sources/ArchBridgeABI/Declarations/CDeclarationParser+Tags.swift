/// What `struct`, `union` or `enum` and what follows it make.
struct CTagged {
  var type: CType
  var spelling: String
  /// Whether it is defined here.
  var isDefinition: Bool
}

extension CDeclarationParser {
  /// Reads `struct tag`, `union tag`, `enum tag`, or the definition of one.
  mutating func parseTagged() throws(DeclarationError) -> CTagged {
    switch token.kind {
    case .keyword(.structure): try parseRecord(.structure)
    case .keyword(.union): try parseRecord(.union)
    default: try parseEnumeration()
    }
  }

  /// What has this tag.
  func tagged(_ tag: String) -> CTag? { added.tags[tag] ?? known.tags[tag] }

  /// The record that has this tag, if it is defined.
  func record(tagged tag: String) -> CRecordDefinition? {
    added.records[tag] ?? known.records[tag]
  }

  /// Reads the tag, if there is one, and keeps what it is a tag of.
  mutating func parseTag(_ tag: CTag) throws(DeclarationError) -> String? {
    guard case .word(let name) = token.kind else { return nil }
    if let earlier = tagged(name) {
      if !earlier.isSameKind(as: tag) {
        throw failure("'\(lexer.clipped(name))' is the tag of a '\(earlier.keyword)' already")
      }
    } else {
      added.tags[name] = tag
    }
    try advance()
    return name
  }

  /// A tag for what has none: `name` in braces, with a number where something else has that.
  mutating func generatedTag(from name: String) -> String {
    let base = name.utf8.first == UInt8(ascii: "{") ? name : "{\(name)}"
    var count = added.generatedTagCounts[base] ?? known.generatedTagCounts[base] ?? 0
    var tag: String
    repeat {
      count += 1
      tag = count == 1 ? base : "\(base)\(count)"
    } while tagged(tag) != nil
    added.generatedTagCounts[base] = count
    return tag
  }
}
