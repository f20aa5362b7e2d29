internal import SwiftSyntax

/// How far a declaration can be seen.
enum Access: Int, Comparable {
  case hidden, module, package, everywhere

  /// What the modifiers say, or `standard` where they say nothing.
  init(_ modifiers: DeclModifierListSyntax, standard: Access = .module) {
    self = standard
    for modifier in modifiers where modifier.detail == nil {
      switch modifier.name.tokenKind {
      case .keyword(.private), .keyword(.fileprivate): self = .hidden
      case .keyword(.internal): self = .module
      case .keyword(.package): self = .package
      case .keyword(.public), .keyword(.open): self = .everywhere
      default: continue
      }
    }
  }

  static func < (left: Access, right: Access) -> Bool { left.rawValue < right.rawValue }

  /// The modifier of a generated declaration, with a blank behind it.
  var prefix: String {
    switch self {
    case .everywhere: "public "
    case .package: "package "
    case .module, .hidden: ""
    }
  }
}

extension DeclModifierListSyntax {
  func contains(_ keyword: Keyword) -> Bool {
    contains { $0.name.tokenKind == .keyword(keyword) && $0.detail == nil }
  }

  /// Whether values can be set in the file of the declaration alone: `private(set)`.
  var hidesSetter: Bool {
    contains {
      $0.detail?.detail.text == "set" && [.private, .fileprivate].contains($0.name.keyword)
    }
  }
}

extension TokenSyntax {
  /// The keyword that the token is, if it is one.
  var keyword: Keyword? {
    guard case .keyword(let keyword) = tokenKind else { return nil }
    return keyword
  }

  /// The name without the backticks that a keyword has.
  var plainText: String {
    text.count > 2 && text.hasPrefix("`") && text.hasSuffix("`")
      ? String(text.dropFirst().dropLast()) : text
  }
}
