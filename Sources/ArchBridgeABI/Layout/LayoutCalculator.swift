/// Works out sizes and offsets for one data model.
///
/// Each record is worked out once, and none is too large to be counted in bits, so that no
/// definition costs more than the text that spells it.
struct LayoutCalculator {
  let names: CNames
  let model: DataModel
  private var extents: [String: CExtent] = [:]
  /// Records that are known beside those that are declared, by their tags.
  private let undeclared: [String: CRecord]

  /// The size that no object exceeds: GCC's limit for 32-bit targets.
  static let maximumByteCount = 0x7FFF_FFFF

  init(_ names: CNames, _ model: DataModel, undeclared: [String: CRecord] = [:]) {
    (self.names, self.model, self.undeclared) = (names, model, undeclared)
  }

  /// The size and alignment of `type`.
  mutating func extent(of type: CType) throws(LayoutError) -> CExtent {
    var element = type.resolved
    var count = 1
    while case .array(let inner, let length) = element {
      guard let length else {
        throw LayoutError(message: "'\(type)' has no size: its length is not given")
      }
      count = try checked(count.multipliedReportingOverflow(by: length), type)
      element = inner.resolved
    }
    let extent = try elementExtent(of: element)
    let byteCount = try checked(extent.byteCount.multipliedReportingOverflow(by: count), type)
    return CExtent(byteCount: byteCount, alignment: extent.alignment)
  }

  /// The size and alignment of what is no array.
  private mutating func elementExtent(of type: CType) throws(LayoutError) -> CExtent {
    switch type {
    case .scalar(let scalar):
      return model.extent(of: scalar)
    case .complex(let part):
      let extent = model.extent(of: part)
      return CExtent(byteCount: 2 * extent.byteCount, alignment: extent.alignment)
    case .enumeration(let tag):
      return model.extent(of: names.enumerationScalar(ofTag: tag))
    case .pointer:
      return CExtent(byteCount: model.pointerByteCount, alignment: model.pointerByteCount)
    case .record(let kind, let tag):
      if let known = extents[tag] { return known }
      let extent = try places(of: try record(kind, tag)).extent
      extents[tag] = extent
      return extent
    case .void, .function, .array, .alias:
      throw LayoutError(message: "'\(type)' has no size")
    }
  }

  /// The definition of a record.
  func record(_ kind: RecordKind, _ tag: String) throws(LayoutError) -> CRecord {
    guard let record = undeclared[tag] ?? names.records[tag]?.record, record.kind == kind else {
      throw LayoutError(message: "'\(kind.rawValue) \(tag)' is not defined")
    }
    return record
  }

  /// The value of a multiplication or addition, where it is the size of something possible.
  private func checked(
    _ result: (partialValue: Int, overflow: Bool), _ type: CType
  ) throws(LayoutError) -> Int {
    if result.overflow || result.partialValue > LayoutCalculator.maximumByteCount {
      throw LayoutError(
        message: "'\(type)' is larger than \(LayoutCalculator.maximumByteCount) bytes")
    }
    return result.partialValue
  }
}

extension DataModel {
  /// The width and alignment of `scalar`.
  fileprivate func extent(of scalar: CScalar) -> CExtent {
    CExtent(byteCount: byteCount(of: scalar), alignment: alignment(of: scalar))
  }
}
