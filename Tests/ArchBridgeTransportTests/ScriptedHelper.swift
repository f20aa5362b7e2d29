import ArchBridgeTransport
import Foundation

/// A helper that is a shell script: requests on descriptor 3, replies on 4.
enum ScriptedHelper {
  private static let program = URL(filePath: #filePath)
    .appending(path: "../../../fixtures/helpers/scripted").standardized.path

  /// Starts a shell that runs `script`.
  static func open(
    _ script: String, standardOutput: Int32? = nil, standardError: Int32? = nil
  ) throws -> PipeChannel {
    try PipeChannel(
      HelperLaunch(
        program: .file(program),
        environment: ["HELPER_SCRIPT=\(script)", "PATH=/usr/local/bin:/usr/bin:/bin"].map {
          [UInt8]($0.utf8)
        },
        standardOutput: standardOutput, standardError: standardError))
  }
}
