internal import SwiftSyntax

/// A protocol that a server offers and a client has: its requirements, inherited ones too.
struct Interface {
  struct Parameter {
    /// The argument's label, or nil where it has none.
    let label: String?
    /// The name within the method.
    let name: String
    let type: String
  }

  struct Method {
    let name: String
    let parameters: [Parameter]
    /// The result's type, or nil where there is none.
    let result: String?
    let canThrow: Bool
    let isDiscardable: Bool
    let isMutating: Bool
    let documentation: [String]

    /// What clients label the arguments with: the labels, or the names where there are none, or
    /// where two are the same.
    var argumentNames: [String] {
      let labels = parameters.map { $0.label ?? $0.name }
      return Set(labels).count == labels.count ? labels : parameters.map(\.name)
    }
  }

  struct Property {
    let name: String
    let type: String
    let canThrow: Bool
    /// What a client gives that has never read it; nil where there is no such value.
    let first: String?
    let isSettable: Bool
    /// Whether setting it may replace the value that has it, as the language sees it.
    let setterMutates: Bool
    let documentation: [String]
  }

  enum Member {
    case method(Method)
    case property(Property)

    /// The name that it is offered under.
    var name: String {
      switch self {
      case .method(let method): method.name
      case .property(let property): property.name
      }
    }
  }

  let name: String
  let documentation: [String]
  /// The conditions of the `#if` blocks around it.
  let conditions: [String]
  var members: [Member] = []

  /// Its properties whose getters cannot throw.
  var settledProperties: [Property] {
    members.compactMap {
      guard case .property(let property) = $0, !property.canThrow else { return nil }
      return property
    }
  }

  /// Whether a member cannot throw, so that a failure has to wait for one that can.
  var keepsFailures: Bool {
    members.contains {
      switch $0 {
      case .method(let method): !method.canThrow
      case .property(let property): !property.canThrow || property.isSettable
      }
    }
  }
}

/// Why a protocol has no client.
enum InterfaceRefusal: Error {
  /// It may be a protocol for something else.
  case leftOut(ServerDiagnostic)
  /// It is for a server, and something has to be written otherwise.
  case wrong(ServerDiagnostic)

  var diagnostic: ServerDiagnostic {
    switch self {
    case .leftOut(let diagnostic), .wrong(let diagnostic): diagnostic
    }
  }
}
