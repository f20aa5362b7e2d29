package import Foundation

/// A helper as the Swift source that carries it.
package struct HelperSource {
  let platform: HelperPlatform
  let image: Data

  /// Makes a source.
  package init(platform: HelperPlatform, image: Data) {
    (self.platform, self.image) = (platform, image)
  }

  /// A helper that was built elsewhere.
  package static func prebuilt(at path: String, for platform: HelperPlatform) throws -> Data {
    let variable = "ARCHBRIDGE_HELPER_\(platform.name.uppercased())"
    guard let image = FileManager.default.contents(atPath: path) else {
      throw BuildFailure("\(variable) names \(path), which cannot be read")
    }
    guard image.count > 20, image.prefix(4) == Data([0x7F, 0x45, 0x4C, 0x46]),
      UInt16(image[18]) | UInt16(image[19]) << 8 == platform.elfMachine
    else {
      throw BuildFailure("\(variable) names \(path), which is no \(platform.name) executable")
    }
    return image
  }

  /// Writes the source.
  package func write(to url: URL) throws {
    let text = """
      // Made by archbridge-helper-builder from the helper's sources.
      extension HelperImage {
        /// The helper for \(platform.name), \(image.count) bytes.
        static let \(platform.name) = HelperImage(
          base64: "\(image.base64EncodedString())")
      }

      """
    try Data(text.utf8).write(to: url)
  }
}
