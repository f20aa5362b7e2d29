internal import ArchBridge

extension BridgeError {
  /// The error as it is printed: with all that is known of a helper's end and has not been printed.
  var shown: String {
    guard let crash else { return description }
    // The first line is in the sentence.
    return ([description] + crash.linesBesideOutput.dropFirst()).joined(separator: "\n")
  }
}
