/// No helper is carried here: what is fuzzed speaks to none.
package struct HelperImage: Sendable {
  package var bytes: [UInt8] { [] }

  package init(base64: StaticString) {}

  package static func named(_ architectureName: String) -> HelperImage? { nil }
}
