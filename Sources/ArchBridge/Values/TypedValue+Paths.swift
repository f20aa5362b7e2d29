internal import ArchBridgeABI

/// Where the members of a structure, and the elements of an array, are.
extension TypedValue {
  /// A member's bytes and type.
  struct Place {
    var range: Range<Int>
    var type: CType
    var bits: BitRange?
  }

  func reader(at path: String) throws(BridgeError) -> LibraryMemoryReader {
    let place = try place(at: path)
    return LibraryMemoryReader(
      bytes[place.range], place.type, context, label: "member '\(path)' of '\(type)'",
      bits: place.bits)
  }

  /// Finds a member: names with `.` between them, and indices in brackets.
  func place(at path: String) throws(BridgeError) -> Place {
    var place = Place(range: 0..<bytes.count, type: type)
    var rest = path[...]
    var isFirst = true
    while !rest.isEmpty || isFirst {
      if rest.first == "[" {
        guard let end = rest.firstIndex(of: "]"),
          let index = Int(rest[rest.index(after: rest.startIndex)..<end])
        else { throw wrong(path, "an index is a number in brackets") }
        place = try element(index, of: place, path)
        rest = rest[rest.index(after: end)...]
      } else {
        if !isFirst {
          guard rest.first == "." else { throw wrong(path, "members are separated by '.'") }
          rest = rest.dropFirst()
        }
        let name = rest.prefix { $0 != "." && $0 != "[" }
        place = try member(String(name), of: place, path)
        rest = rest.dropFirst(name.count)
      }
      isFirst = false
    }
    return place
  }

  private func member(
    _ name: String, of place: Place, _ path: String
  ) throws(BridgeError) -> Place {
    guard place.type.isRecord else { throw wrong(path, "'\(place.type)' has no members") }
    let layout = try context.layout(of: place.type)
    guard let member = layout.members.first(where: { $0.name == name }) else {
      let names = layout.members.map(\.name).joined(separator: ", ")
      throw wrong(path, "'\(place.type)' has no member \(name), but \(names)")
    }
    let start = place.range.lowerBound + member.byteOffset
    if let count = member.bitCount, let offset = member.bitOffset {
      let end = start + (offset + count + 7) / 8
      return Place(
        range: start..<end, type: member.type, bits: BitRange(offset: offset, count: count))
    }
    // A flexible array has no length of its own: it is what the bytes have room for.
    let byteCount: Int
    if case .array(_, nil) = member.type.resolved {
      byteCount = max(place.range.upperBound - start, 0)
    } else {
      byteCount = try context.byteCount(of: member.type)
    }
    guard start + byteCount <= place.range.upperBound else {
      throw wrong(path, "it lies outside the structure's bytes")
    }
    return Place(range: start..<start + byteCount, type: member.type)
  }

  private func element(
    _ index: Int, of place: Place, _ path: String
  ) throws(BridgeError) -> Place {
    guard case .array(let element, _) = place.type.resolved else {
      throw wrong(path, "'\(place.type)' is no array")
    }
    let byteCount = try context.byteCount(of: element)
    let count = byteCount > 0 ? place.range.count / byteCount : 0
    guard 0..<count ~= index else { throw wrong(path, "the array has \(count) elements") }
    let start = place.range.lowerBound + index * byteCount
    return Place(range: start..<start + byteCount, type: element)
  }

  private func wrong(_ path: String, _ reason: String) -> BridgeError {
    BridgeError(.typeMismatch, "no member '\(path)' is in '\(type)': \(reason)")
  }
}
