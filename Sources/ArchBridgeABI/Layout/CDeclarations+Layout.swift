extension CDeclarations {
  /// The size and alignment of `type`.
  ///
  /// An enumeration that is not defined counts as `int`.
  ///
  /// - Throws: the reason, where the type has no size: a record that is not defined, an array
  ///   without length, a function, `void`.
  public func extent(
    of type: CType, in model: DataModel
  ) throws(LayoutError) -> CExtent {
    var calculator = LayoutCalculator(names, model)
    return try calculator.extent(of: type)
  }

  /// Where the members of a structure or union lie, exactly as GCC and Clang put them.
  ///
  /// - Parameters:
  ///   - type: the record, or a `typedef` of it.
  ///   - model: the data model of the target.
  /// - Throws: the reason, where `type` is no record, or one that is not defined, or where the two
  ///   compilers disagree about it.
  public func layout(
    of type: CType, in model: DataModel
  ) throws(LayoutError) -> CRecordLayout {
    guard case .record(let kind, let tag) = type.resolved else {
      throw LayoutError(message: "'\(type)' is neither structure nor union")
    }
    var calculator = LayoutCalculator(names, model)
    let record = try calculator.record(kind, tag)
    let extent = try calculator.extent(of: type)
    var layout = CRecordLayout(
      byteCount: extent.byteCount, alignment: extent.alignment, members: [])
    try calculator.add(record, at: 0, isConst: false, to: &layout)
    return layout
  }
}

extension LayoutCalculator {
  /// Adds the members of `record`, which starts at `bitOffset`, to `layout`.
  fileprivate mutating func add(
    _ record: CRecord, at bitOffset: Int, isConst: Bool, to layout: inout CRecordLayout
  ) throws(LayoutError) {
    let places = try places(of: record)
    for (member, place) in zip(record.members, places.bitOffsets) {
      let start = bitOffset + place
      let isConst = isConst || member.isConst
      if let name = member.name {
        layout.members.append(
          .init(
            name: name, type: member.type, byteOffset: start / 8, isConst: isConst,
            bitOffset: member.bitCount == nil ? nil : start % 8, bitCount: member.bitCount))
      } else if member.isAnonymousRecord, case .record(let kind, let tag) = member.type.resolved {
        try add(try self.record(kind, tag), at: start, isConst: isConst, to: &layout)
      }
    }
  }
}
