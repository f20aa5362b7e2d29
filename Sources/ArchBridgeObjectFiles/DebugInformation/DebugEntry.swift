/// Where an entry is: its unit, and how many bytes behind the unit's start.
struct EntryReference: Hashable {
  let unit: Int
  let offset: Int
}

/// One entry of the debug information with its attributes.
struct DebugEntry {
  let reference: EntryReference
  let tag: DWARFTag
  let hasChildren: Bool
  let attributes: [(name: DWARFAttributeName, value: DWARFValue)]
  /// Where what follows its attributes starts: its first child, or its neighbour.
  let end: Int

  /// The value of an attribute, if the entry has it itself.
  subscript(name: DWARFAttributeName) -> DWARFValue? {
    for attribute in attributes where attribute.name == name { return attribute.value }
    return nil
  }

  func isSet(_ name: DWARFAttributeName) -> Bool { self[name]?.isSet ?? false }

  func number(_ name: DWARFAttributeName) -> UInt64? { self[name]?.unsigned }
}
