internal import ArchBridgeGenerator

/// The name of a new package, and of the modules in it.
struct PackageName {
  /// As it was given: the package's and its folder's.
  let text: String
  /// In Swift: `myGauge` and `my-gauge` make `MyGauge`.
  let module: String

  init(_ text: String) throws(CommandFailure) {
    func isPart(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character))
    }
    guard let first = text.first, first.isASCII, first.isLetter, text.allSatisfy(isPart) else {
      throw CommandFailure(
        "'\(text)' is no name for a package: it begins with a letter, and has letters, digits, '-' "
          + "and '_'")
    }
    guard text.utf8.count <= 64 else {
      throw CommandFailure("the name of a package has 64 characters at most")
    }
    let module = text.split { "_-".contains($0) }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    guard !Self.taken.contains(module), !module.lowercased().hasPrefix("archbridge") else {
      throw CommandFailure(
        "'\(text)' makes the module \(module), a name that is taken in Swift; choose another")
    }
    (self.text, self.module) = (text, module)
  }

  /// Names of modules and types that a module of the same name would hide, or that are none.
  private static let taken: Set = [
    "Any", "AnyObject", "Array", "Bool", "Character", "Data", "Date", "Dictionary", "Double",
    "Error",
    "Float", "Foundation", "FoundationEssentials", "Glibc", "Int", "Never", "Optional", "Protocol",
    "Result", "Self", "Set", "String", "Substring", "Swift", "Synchronization", "Testing", "Type",
    "UInt", "XCTest",
  ]
}
