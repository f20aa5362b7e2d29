/// What attributes say of the thing that they stand at.
struct CAttributes {
  /// What annotations and bounds say, in order.
  var annotations: [String] = []
  /// Where the first `annotate` that is meant for ArchBridge stands.
  var annotationStart: CToken?
  var isPacked = false
  /// The largest alignment that is asked for.
  var alignment: Int?
  /// Where `packed`, `aligned` or `_Alignas` stands first.
  var layoutStart: CToken?
  /// The calling convention that is named, and where.
  var convention: (name: CCallingConvention, start: CToken)?

  /// Adds what stands at another place for the same thing.
  mutating func add(_ other: CAttributes) {
    annotations += other.annotations
    annotationStart = annotationStart ?? other.annotationStart
    isPacked = isPacked || other.isPacked
    layoutStart = layoutStart ?? other.layoutStart
    convention = convention ?? other.convention
    if let alignment = other.alignment { add(alignment: alignment) }
  }

  /// Asks for an alignment.
  mutating func add(alignment other: Int) {
    alignment = max(alignment ?? other, other)
  }
}
