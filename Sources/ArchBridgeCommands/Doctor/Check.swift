/// One thing that has been looked at.
struct Check: Encodable {
  /// What was looked at.
  let name: String
  /// Whether it is as it must be.
  let passes: Bool
  /// What was found.
  let detail: String
  /// The command that mends it, where it fails.
  let mend: String?
  /// Whether i386 libraries cannot be called without it.
  let isRequired: Bool

  init(_ name: String, passes: Bool, detail: String, mend: String?, isRequired: Bool) {
    self.name = name
    self.passes = passes
    self.detail = detail
    self.mend = passes ? nil : mend
    self.isRequired = isRequired
  }

  var line: String {
    let text = "\(passes ? "pass" : "FAIL")  \(name): \(detail)"
    return mend.map { "\(text)\n      mend with: \($0)" } ?? text
  }
}
