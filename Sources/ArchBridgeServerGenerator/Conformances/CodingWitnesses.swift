/// The bodies of a type's `write(to:)` and `init(from:)`.
protocol CodingWitnesses {
  func write(to text: inout SwiftText)
  func read(to text: inout SwiftText)
}
