extension CDeclarations {
  /// The tags of structures and unions, sorted, with those of which nothing but the tag is known.
  ///
  /// Tags that were generated for what has none are left out.
  package var recordTags: [(kind: RecordKind, tag: String)] {
    var found: [(kind: RecordKind, tag: String)] = []
    for (tag, what) in names.tags where !tag.hasPrefix("{") {
      if case .record(let kind) = what { found.append((kind, tag)) }
    }
    return found.sorted { $0.tag < $1.tag }
  }

  /// The tags of the enumerations that are defined, sorted, without those that were generated.
  package var enumerationTags: [String] {
    names.tags.keys.filter { !$0.hasPrefix("{") && enumerators(ofTag: $0) != nil }.sorted()
  }

  /// The names that were given to types, sorted, without those that are known from the start.
  package var typedefNames: [String] { names.typedefs.keys.sorted() }
}
