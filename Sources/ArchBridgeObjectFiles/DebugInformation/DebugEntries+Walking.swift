extension DebugEntries {
  /// An attribute of an entry, or of what it completes (`DW_AT_specification`) or is a copy of
  /// (`DW_AT_abstract_origin`).
  func chain(from entry: DebugEntry) throws(ObjectFileError) -> [DebugEntry] {
    var chain = [entry]
    while chain.count < 8, let last = chain.last,
      let value = last[.abstractOrigin] ?? last[.specification],
      let target = try target(of: value, from: last.reference),
      let next = try self.entry(at: target)
    {
      chain.append(next)
    }
    return chain
  }

  /// The name of an entry, without what is around it.
  func name(of entry: DebugEntry) throws(ObjectFileError) -> String? {
    let name = try text(entry[.name], ofUnit: entry.reference.unit)
    return name?.isEmpty == true ? nil : name
  }

  /// Gives each child of an entry, until `body` answers that it has enough.
  func forEachChild(
    of parent: DebugEntry, _ body: (DebugEntry) throws(ObjectFileError) -> Bool
  ) throws(ObjectFileError) {
    guard parent.hasChildren else { return }
    var offset = parent.end
    while let child = try entry(at: EntryReference(unit: parent.reference.unit, offset: offset)) {
      guard try body(child) else { return }
      offset = try self.offset(behind: child)
    }
  }

  /// The children of an entry that are of interest.
  func children(
    of parent: DebugEntry, _ tags: Set<DWARFTag>
  ) throws(ObjectFileError) -> [DebugEntry] {
    var children: [DebugEntry] = []
    try forEachChild(of: parent) { child in
      if tags.contains(child.tag) { children.append(child) }
      return true
    }
    return children
  }

  /// Where an entry's neighbour is, behind all that is in the entry.
  private func offset(behind entry: DebugEntry) throws(ObjectFileError) -> Int {
    guard entry.hasChildren else { return entry.end }
    if case .entry(let sibling)? = entry[.sibling], let offset = Int(exactly: sibling),
      offset > entry.end
    {
      return offset
    }
    var walk = try DebugWalk(self, unit: entry.reference.unit, at: entry.end)
    try walk.skipChildren()
    return walk.position
  }
}

/// Walks over the entries of one unit, most of which are not looked at.
struct DebugWalk {
  private let entries: DebugEntries
  private let table: DWARFAbbreviationTable
  private let unit: Int
  private let form: DWARFForm
  private let byteCount: Int
  private var cursor: DWARFCursor

  /// Starts at an entry, or at the first child of one.
  init(_ entries: DebugEntries, unit: Int, at offset: Int? = nil) throws(ObjectFileError) {
    self.entries = entries
    self.unit = unit
    table = try entries.abbreviations(ofUnit: unit)
    form = entries.units[unit].form
    let bytes = try entries.bytes(ofUnit: unit)
    byteCount = bytes.bytes.count
    cursor = DWARFCursor(bytes, at: offset ?? entries.units[unit].first)
  }

  /// Where the next entry is, counted from the unit's start.
  var position: Int { cursor.position }

  /// Whether the unit is at its end, which need not be marked.
  var isAtEnd: Bool { cursor.position >= byteCount }

  /// Reads the next entry's code; `nil` is the end of neighbours.
  mutating func next() throws(ObjectFileError) -> DWARFAbbreviationTable.Shape? {
    let code = try cursor.uleb()
    guard code != 0 else { return nil }
    guard let shape = table.shape(code) else {
      throw .unknownEncoding(.debugInformation, offset: cursor.bytes.offset)
    }
    return shape
  }

  /// Goes past the attributes of an entry; answers where its neighbour is, if it says so.
  @discardableResult
  mutating func skip(
    _ shape: DWARFAbbreviationTable.Shape
  ) throws(ObjectFileError) -> Int? {
    if let byteCount = shape.byteCount, !shape.hasChildren {
      try cursor.skip(UInt64(byteCount))
      return nil
    }
    var sibling: Int?
    var form = form
    for index in shape.attributes {
      let attribute = table.attributes[index]
      form.number = UInt64(attribute.form)
      while form.number == 0x16 { form.number = try cursor.uleb() }
      let value = try form.value(&cursor)
      // Only where it counts from the unit's start.
      if attribute.name == .sibling, (0x11...0x15).contains(form.number) {
        sibling = Int(exactly: value)
      }
    }
    return sibling
  }

  /// Goes past an entry with all that is in it.
  mutating func skipAll(_ shape: DWARFAbbreviationTable.Shape) throws(ObjectFileError) {
    let sibling = try skip(shape)
    guard shape.hasChildren else { return }
    // Only forward, or a file could send this round and round.
    if let sibling, sibling > cursor.position, sibling <= byteCount {
      try cursor.skip(UInt64(sibling - cursor.position))
    } else {
      try skipChildren()
    }
  }

  /// Goes past all children, from the first on, and past the mark of their end.
  mutating func skipChildren() throws(ObjectFileError) {
    var depth = 1
    var seen = 0
    while depth > 0 {
      seen += 1
      guard let shape = try next() else {
        depth -= 1
        continue
      }
      let sibling = try skip(shape)
      guard shape.hasChildren else { continue }
      if let sibling, sibling > cursor.position, sibling <= byteCount {
        try cursor.skip(UInt64(sibling - cursor.position))
      } else {
        depth += 1
      }
    }
    try entries.count(seen / 4)
  }

  func has(_ name: DWARFAttributeName, _ shape: DWARFAbbreviationTable.Shape) -> Bool {
    shape.attributes.contains { table.attributes[$0].name == name }
  }
}
