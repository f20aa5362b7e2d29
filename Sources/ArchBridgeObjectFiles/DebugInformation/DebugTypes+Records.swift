internal import ArchBridgeABI

extension DebugTypes {
  /// The structure or union that an entry is, by its tag; its members are looked at later.
  mutating func record(
    _ entry: DebugEntry, hint: String, depth: Int
  ) throws(Undeclarable) -> CType {
    let kind: RecordKind = entry.tag == .union ? .union : .structure
    // A declaration may say which unit has the type itself.
    if let signature = entry[.signature] {
      let target = try read { () throws(ObjectFileError) in
        try entries.target(of: signature, from: entry.reference)
      }
      if let target, target != entry.reference {
        return try type(target, hint: hint, depth: depth).type
      }
    }
    if let tag = records.tags[entry.reference] { return .record(kind, tag: tag) }
    let name = try name(of: entry)
    let tag = try tag(of: entry, kind, name: name ?? hint)
    records.tags[entry.reference] = tag
    return .record(kind, tag: tag)
  }

  private mutating func tag(
    of entry: DebugEntry, _ kind: RecordKind, name: String
  ) throws(Undeclarable) -> String {
    if entry.isSet(.declaration) {
      let any = DebugRecords.Identity(kind: kind, name: name, sketch: 0)
      if let tag = records.known[any] { return tag }
      let tag = records.claim(name)
      records.known[any] = tag
      records.open[tag] = kind
      return tag
    }
    let identity = DebugRecords.Identity(
      kind: kind, name: name, sketch: try sketch(ofRecord: entry))
    if let tag = records.known[identity] { return tag }
    // Those that only name it mean the first that is defined.
    let any = DebugRecords.Identity(kind: kind, name: name, sketch: 0)
    let tag: String
    if let open = records.known[any], records.open.removeValue(forKey: open) != nil {
      tag = open
    } else {
      tag = records.claim(name)
      records.known[any] = records.known[any] ?? tag
    }
    records.known[identity] = tag
    records.definitions[tag] = entry.reference
    records.queue.append(tag)
    return tag
  }

  /// Declares the records that a value of a type has in it.
  ///
  /// - Throws: why one of them cannot be.
  mutating func requireValue(_ type: CType) throws(Undeclarable) {
    var type = type.resolved
    while case .array(let element, _) = type { type = element.resolved }
    guard case .record(let kind, let tag) = type else { return }
    try define(tag)
    if let reason = records.refusals[tag] {
      throw Undeclarable("'\(kind.rawValue) \(tag)', \(reason)")
    }
    if declarations.record(kind, tag: tag) == nil {
      throw Undeclarable("'\(kind.rawValue) \(tag)', of which the library knows no members")
    }
  }

  /// Declares what only pointers lead to; what cannot be declared stays without members.
  mutating func defineAll() {
    var index = 0
    while index < records.queue.count {
      try? define(records.queue[index])
      index += 1
    }
  }

  /// How deep records may lie in one another.
  private static let nestingLimit = 48

  private mutating func define(_ tag: String) throws(Undeclarable) {
    guard !records.finished.contains(tag), let reference = records.definitions[tag] else { return }
    guard records.unfinished.count < Self.nestingLimit, records.unfinished.insert(tag).inserted
    else { throw Undeclarable("'\(tag)', which lies in itself") }
    defer {
      records.unfinished.remove(tag)
      records.finished.insert(tag)
    }
    do throws(Undeclarable) {
      let entry = try entry(at: reference)
      let draft = try draft(entry, tag: tag)
      try declare(draft.record.definition { draft.anonymous[$0] })
    } catch {
      records.refusals[tag] = error.reason
    }
  }
}
