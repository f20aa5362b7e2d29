package import ArchBridgeBindings
internal import FoundationEssentials
internal import Yams

/// An API notes file: YAML beside a header.
package enum NotesFile {
  /// Reads a file.
  package static func read(_ path: String) throws -> APINotes {
    guard let contents = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("\(path) cannot be read")
    }
    do {
      return try YAMLDecoder().decode(
        APINotes.self, from: String(decoding: contents, as: UTF8.self))
    } catch let error as BindingsError {
      throw CommandFailure("\(path): \(error.message)")
    } catch DecodingError.dataCorrupted(let context) {
      throw CommandFailure("\(path): \(reason(context))")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context)
    {
      throw CommandFailure("\(path): \(reason(context))")
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }

  private static func reason(_ context: DecodingError.Context) -> String {
    let place = context.codingPath.map(\.stringValue).joined(separator: ".")
    // The reader of YAML takes what a decoder throws for its own.
    if let error = context.underlyingError as? BindingsError { return error.message }
    let cause = context.underlyingError.map { ": \($0)" } ?? ""
    return (place.isEmpty ? "" : place + ": ") + context.debugDescription + cause
  }
}
