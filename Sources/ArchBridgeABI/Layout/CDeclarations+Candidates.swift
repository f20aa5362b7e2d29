extension CDeclarations {
  /// Where the members of a record would lie that is not declared, each in bits, in their order.
  ///
  /// - Parameters:
  ///   - record: the record, whose members' types are declared.
  ///   - anonymous: the records among its members that are not, by their tags.
  package func places(
    ofCandidate record: CRecord, anonymous: [String: CRecord], in model: DataModel
  ) throws(LayoutError) -> (extent: CExtent, bitOffsets: [Int]) {
    var calculator = LayoutCalculator(names, model, undeclared: anonymous)
    let places = try calculator.places(of: record)
    return (places.extent, places.bitOffsets)
  }

  /// Whether a text can be a name in a declaration: an identifier of C, and no word that C has taken.
  package static func canName(_ text: String) -> Bool {
    var isFirst = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        break
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isFirst { return false }
      default:
        return false
      }
      isFirst = false
    }
    return !isFirst && text.utf8.count <= 1024 && CKeyword(text) == nil
  }

  /// What a name stands for that is known without being declared.
  package static func builtinTypedef(_ name: String) -> CType? {
    CBuiltinTypedef(rawValue: name)?.type
  }

  /// The type that compilers give to an enumeration with such values.
  package static func enumerationScalar(of values: [Int64]) -> CScalar {
    CScalar(least: min(0, values.min() ?? 0), greatest: max(0, values.max() ?? 0))
  }
}
