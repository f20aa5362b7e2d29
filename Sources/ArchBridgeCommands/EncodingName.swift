internal import ArchBridge
internal import ArgumentParser

/// The name of a text encoding.
struct EncodingName: ExpressibleByArgument {
  let encoding: TextEncoding

  init?(argument: String) {
    let name = argument.lowercased()
    guard let match = TextEncoding.allCases.first(where: { $0.rawValue.lowercased() == name })
    else { return nil }
    encoding = match
  }

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  var defaultValueDescription: String { encoding.rawValue.lowercased() }
  static var allValueStrings: [String] { TextEncoding.allCases.map { $0.rawValue.lowercased() } }
}
