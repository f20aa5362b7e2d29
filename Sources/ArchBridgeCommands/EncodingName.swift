internal import ArchBridge
internal import ArgumentParser

/// The name of a text encoding.
struct EncodingName: ExpressibleByArgument {
  let encoding: TextEncoding

  init?(argument: String) {
    let name = argument.lowercased()
    guard let match = Self.all.first(where: { $0.rawValue.lowercased() == name })
    else { return nil }
    encoding = match
  }

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  var defaultValueDescription: String { encoding.rawValue.lowercased() }
  static var allValueStrings: [String] { all.map { $0.rawValue.lowercased() } }

  /// Those that spell text in bytes.
  private static let all = TextEncoding.allCases.filter { $0.unitByteCount == 1 }
}
