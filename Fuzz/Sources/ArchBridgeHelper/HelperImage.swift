/// No helper is carried here: what is fuzzed speaks to none.
package struct HelperImage: Sendable {
  package let bytes: [UInt8]

  package static func named(_ architectureName: String) -> HelperImage? { nil }
}
