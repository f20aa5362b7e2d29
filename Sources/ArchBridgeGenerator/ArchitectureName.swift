package import ArchBridgeABI
internal import ArgumentParser

/// The name of an architecture that has a helper.
package struct ArchitectureName: ExpressibleByArgument {
  package let architecture: Architecture

  package init?(argument: String) {
    guard let match = Architecture.all.first(where: { $0.name == argument }) else { return nil }
    architecture = match
  }

  package init(_ architecture: Architecture) { self.architecture = architecture }

  package var defaultValueDescription: String { architecture.name }
  package static var allValueStrings: [String] { Architecture.all.map(\.name) }
}
