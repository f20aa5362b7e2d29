/// A declaration that has no place in the Swift client, and why.
package struct Omission: Error, Hashable, Sendable {
  package var name: String
  package var reason: String

  /// Names what a type cannot be part of: the declaration's name is added where it is known.
  init(_ reason: String, name: String = "") {
    self.name = name
    self.reason = reason
  }

  /// The reason where the library does not have what the header declares.
  static let missing = "the library does not export it"

  var isMissing: Bool { reason == Self.missing }

  /// The omissions as lines, those of one reason together: `a, b: the library does not export it`.
  package static func lines(_ omissions: [Omission]) -> [String] {
    var reasons: [String] = []
    var names: [String: [String]] = [:]
    for omission in omissions {
      if names[omission.reason] == nil { reasons.append(omission.reason) }
      names[omission.reason, default: []].append(omission.name)
    }
    return reasons.map { "\((names[$0] ?? []).joined(separator: ", ")): \($0)" }
  }
}
