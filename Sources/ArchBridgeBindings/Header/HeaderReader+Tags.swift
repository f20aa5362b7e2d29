internal import ArchBridgeABI

extension HeaderReader {
  /// Finds keys for the records and enumerations without a tag.
  ///
  /// One that a `typedef` names goes by that; another by the record and member that it is the type
  /// of, so that the declarations that are generated can give it a tag.
  mutating func nameUnnamed(_ nodes: [ClangNode]) {
    var places: [String: String] = [:]
    for node in nodes {
      if isTag(node), node.name == nil, let offset = node.offset {
        places[node.id] = "@" + source.place(of: offset)
      }
      if node.kind == "TypedefDecl", let id = node.definedTag, let place = places[id],
        let name = node.name, unnamedKeys[place] == nil
      {
        // A pointer's typedef names the pointer, not what it points to.
        let isPlain = node.children.first?.ownedTag == id
        unnamedKeys[place] = isPlain ? name : "\(name)_pointee"
        if !isPlain { taggedKeys.insert("\(name)_pointee") }
      }
      if node.kind == "VarDecl", let name = node.name, let place = place(in: node.type),
        unnamedKeys[place] == nil
      {
        unnamedKeys[place] = "\(name)_type"
        taggedKeys.insert("\(name)_type")
      }
    }
    for node in nodes where node.kind == "RecordDecl" { nameMembers(of: node, key: key(of: node)) }
  }

  private mutating func nameMembers(of node: ClangNode, key parent: String) {
    for child in node.children {
      if child.kind == "FieldDecl", let place = place(in: child.type), unnamedKeys[place] == nil {
        let name = "\(parent)_\(child.name ?? "anonymous")"
        var key = name
        var number = 2
        while !taggedKeys.insert(key).inserted {
          key = "\(name)\(number)"
          number += 1
        }
        unnamedKeys[place] = key
        if child.name == nil { anonymousKeys.insert(key) }
      }
    }
    for child in node.children where child.kind == "RecordDecl" {
      // What is in an anonymous record is as good as in the one around it.
      let inner = key(of: child)
      nameMembers(of: child, key: anonymousKeys.contains(inner) ? parent : inner)
    }
  }

  /// The place of the unnamed type that a spelling names.
  private func place(in spelling: String?) -> String? {
    for case .word(let word) in TypeToken.tokens(of: spelling ?? "") where word.hasPrefix("@") {
      return word
    }
    return nil
  }

  private func isTag(_ node: ClangNode) -> Bool {
    node.kind == "RecordDecl" || node.kind == "EnumDecl"
  }

  private func key(of node: ClangNode) -> String {
    if let name = node.name { return name }
    guard let offset = node.offset else { return "" }
    let place = "@" + source.place(of: offset)
    return unnamedKeys[place] ?? place
  }

  /// The tag that a record or enumeration has, or is given; nil for one that a `typedef` names.
  private func tag(of node: ClangNode, key: String) -> String? {
    node.name ?? (taggedKeys.contains(key) ? key : nil)
  }

  mutating func readRecord(_ node: ClangNode) {
    guard let offset = node.offset else { return }
    let key = key(of: node)
    for child in node.children where isTag(child) {
      if child.kind == "RecordDecl" { readRecord(child) } else { readEnumeration(child) }
    }
    if let known = header.records[key], known.isComplete || !node.isComplete { return }
    if header.records[key] == nil { header.recordOrder.append(key) }
    var record = HeaderRecord(
      kind: node.tagKind == "union" ? .union : .structure, key: key,
      place: "@" + source.place(of: offset), tag: tag(of: node, key: key), members: [],
      isComplete: node.isComplete, isOwn: source.isOwn(offset),
      hasSpelling: !taggedKeys.contains(key) && !key.hasPrefix("@"))
    record.comment = comment(node) ?? header.records[key]?.comment
    record.swiftName = attributes.swiftName(node)
    record.isPacked = attributes.has("PackedAttr", node)
    record.alignment = attributes.alignment(node)
    if attributes.has("MaxFieldAlignmentAttr", node) {
      record.packAlignment = source.packAlignment(at: offset)
    }
    record.members = node.children.filter { $0.kind == "FieldDecl" }.map { child in
      let (type, isConst) = type(of: child)
      return HeaderRecord.Member(
        name: child.name, type: type, isConst: isConst,
        bitCount: child.isBitField ? Int(child.constant ?? 0) : nil,
        alignment: attributes.alignment(child), isPacked: attributes.has("PackedAttr", child),
        comment: comment(child))
    }
    header.records[key] = record
  }

  mutating func readEnumeration(_ node: ClangNode) {
    guard let offset = node.offset else { return }
    let key = key(of: node)
    let constants = node.children.filter { $0.kind == "EnumConstantDecl" }
    guard let values = Self.values(constants) else {
      leaveOut(node, key: key, constants)
      return
    }
    let enumerators = zip(constants, values).map { child, value in
      HeaderEnumeration.Enumerator(
        name: child.name ?? "", value: value, comment: comment(child),
        swiftName: attributes.swiftName(child))
    }
    guard !enumerators.isEmpty else { return }
    if header.enumerations[key] == nil { header.enumerationOrder.append(key) }
    header.enumerations[key] = HeaderEnumeration(
      key: key, tag: tag(of: node, key: key), isNamed: !key.hasPrefix("@"),
      enumerators: enumerators, isOwn: source.isOwn(offset),
      isFlags: attributes.has("FlagEnumAttr", node), comment: comment(node),
      swiftName: attributes.swiftName(node))
  }

  /// The values of an enumeration's constants; nil where one is above what declarations can have.
  private static func values(_ constants: [ClangNode]) -> [Int64]? {
    var values: [Int64] = []
    for child in constants {
      if let digits = child.digits {
        guard let value = Int64(digits) else { return nil }
        values.append(value)
      } else {
        let (value, isOver) = values.last?.addingReportingOverflow(1) ?? (0, false)
        if isOver { return nil }
        values.append(value)
      }
    }
    return values
  }

  private mutating func leaveOut(_ node: ClangNode, key: String, _ constants: [ClangNode]) {
    let tag = tag(of: node, key: key)
    let isNamed = !key.hasPrefix("@")
    let spelling = tag.map { "enum \($0)" } ?? (isNamed ? key : "enum")
    unsupportedEnumerations[key] = "'\(spelling)', which has a value above \(Int64.max)"
    guard let offset = node.offset, source.isOwn(offset) else { return }
    let names = isNamed ? [spelling] : constants.compactMap(\.name)
    header.omissions += names.map { Omission("there is a value above \(Int64.max)", name: $0) }
  }
}
