/// Why a library's file is none that can be loaded.
package struct LibraryFileError: Error, Equatable {
  /// What kind of thing is wrong.
  package enum Reason: Sendable {
    /// There is no file, or it cannot be read.
    case notFound
    /// The file is something else.
    case notASharedLibrary
    /// The library is for another architecture.
    case wrongArchitecture
  }

  package let reason: Reason
  /// What is wrong, and what to do about it.
  package let message: String
  /// The library as the caller named it, if it was named.
  package let library: String?

  package init(_ reason: Reason, _ message: String, library: String? = nil) {
    (self.reason, self.message, self.library) = (reason, message, library)
  }
}
