internal import ArchBridgeABI

extension BridgeError {
  /// A declaration that cannot be read, with its place.
  package init(_ error: DeclarationError) {
    self.init(
      .invalidDeclaration, "line \(error.line), column \(error.column): \(error.message)")
  }
}
