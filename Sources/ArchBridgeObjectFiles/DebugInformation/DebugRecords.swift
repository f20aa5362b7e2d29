internal import ArchBridgeABI

/// The structures and unions that have been met, by the tags that they go by.
struct DebugRecords {
  /// What a record is known by before its members are.
  struct Identity: Hashable {
    let kind: RecordKind
    let name: String
    /// Its members' names, places and types, as far as that can be told without declaring these.
    let sketch: Int
  }

  /// The tags of entries that have been met.
  var tags: [EntryReference: String] = [:]
  /// The tags of records that are defined somewhere.
  var known: [Identity: String] = [:]
  /// Where the records are defined.
  var definitions: [String: EntryReference] = [:]
  /// Tags that only have been named so far.
  var open: [String: RecordKind] = [:]
  /// Records that have been declared with their members, or cannot be.
  var finished: Set<String> = []
  /// Why records stay without their members.
  var refusals: [String: String] = [:]
  /// Records whose members are being looked at.
  var unfinished: Set<String> = []
  /// Records that only pointers lead to, and what has been done of them.
  var queue: [String] = []

  private var taken: [String: Int] = [:]

  /// A tag for a name, which is none that something else has.
  mutating func claim(_ name: String) -> String {
    var tag = Self.tag(name)
    while true {
      guard let count = taken[tag] else {
        taken[tag] = 1
        return tag
      }
      taken[tag] = count + 1
      tag = "\(tag)_\(count + 1)"
    }
  }

  /// A name with what C does not allow replaced, as in `vector<int>`.
  private static func tag(_ name: String) -> String {
    if CDeclarations.canName(name) { return name }
    var tag = ""
    for scalar in name.unicodeScalars.prefix(200) {
      let isAllowed = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
      tag.unicodeScalars.append(isAllowed ? scalar : "_")
    }
    if tag.isEmpty || ("0"..."9") ~= tag.unicodeScalars[tag.startIndex] { tag = "_" + tag }
    return CDeclarations.canName(tag) ? tag : tag + "_"
  }
}
