internal import ArchBridge
internal import ArgumentParser

/// The name of an architecture that has a helper.
struct ArchitectureName: ExpressibleByArgument {
  let architecture: Architecture

  init?(argument: String) {
    guard let match = Architecture.all.first(where: { $0.name == argument }) else { return nil }
    architecture = match
  }

  init(_ architecture: Architecture) { self.architecture = architecture }

  var defaultValueDescription: String { architecture.name }
  static var allValueStrings: [String] { Architecture.all.map(\.name) }
}
