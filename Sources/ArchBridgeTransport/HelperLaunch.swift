/// How a helper is started.
package struct HelperLaunch: Sendable {
  /// What is executed.
  package enum Program: Sendable {
    /// An executable file.
    case file(String)
    /// An executable's bytes behind an open descriptor, which stays the caller's.
    case image(Int32)
    /// A helper to fork from, whose environment and working directory it keeps.
    case template(HelperTemplate)
  }

  /// What is executed.
  package var program: Program
  /// The whole environment, each entry `NAME=value`, in bytes that need not be UTF-8.
  package var environment: [[UInt8]]
  /// The working directory, or nil for the controller's.
  package var workingDirectory: String?
  /// What takes the helper's standard output, a descriptor; nil for the controller's own.
  package var standardOutput: Int32?
  /// What takes the helper's standard error, a descriptor; nil for the controller's own.
  package var standardError: Int32?

  /// Makes a description of a start.
  package init(
    program: Program, environment: [[UInt8]], workingDirectory: String? = nil,
    standardOutput: Int32? = nil, standardError: Int32? = nil
  ) {
    self.program = program
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.standardOutput = standardOutput
    self.standardError = standardError
  }
}
