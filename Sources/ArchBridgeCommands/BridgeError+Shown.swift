internal import ArchBridge

extension BridgeError {
  /// The error as it is printed: with all that is known of a helper's end.
  var shown: String {
    guard let crash else { return description }
    // The first line is in the sentence.
    let rest = crash.report.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    return ([description[...]] + rest).joined(separator: "\n")
  }
}
