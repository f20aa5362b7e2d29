package import ArchBridgeABI

/// A C type as a header spells it, with what that says beyond the type.
package indirect enum HeaderType: Hashable, Sendable {
  case void
  case scalar(CScalar)
  case complex(CScalar)
  /// A `typedef` by its name.
  case alias(String)
  /// A structure or union by its key in the header.
  case record(String)
  /// An enumeration by its key in the header.
  case enumeration(String)
  case pointer(HeaderPointer)
  case array(of: HeaderType, count: Int?)
  case function(HeaderFunctionType)
  /// A type that cannot cross, in words: `a vector`.
  case unsupported(String)
}

/// A pointer's type.
package struct HeaderPointer: Hashable, Sendable {
  package var pointee: HeaderType
  /// Whether what it points to is `const`.
  package var isConst: Bool
  package var nullability: Nullability?
  /// What clang's bounds attributes say: `counted_by=n`.
  package var bounds: String?
}

/// Whether a pointer may be null, where the header says.
package enum Nullability: Hashable, Sendable {
  case nonnull, nullable
}

/// A function's type.
package struct HeaderFunctionType: Hashable, Sendable {
  package struct Parameter: Hashable, Sendable {
    package var name: String?
    package var type: HeaderType
  }

  package var result: HeaderType
  package var parameters: [Parameter]
  package var isVariadic = false
  /// Whether there is nothing between the parentheses.
  package var lacksPrototype = false
  /// A calling convention other than C's: `stdcall`.
  package var convention: String?
}

extension HeaderType {
  /// The same type with the names that another spelling of it gives to functions' parameters.
  func named(like other: HeaderType) -> HeaderType {
    switch (self, other) {
    case (.pointer(var pointer), .pointer(let model)):
      pointer.pointee = pointer.pointee.named(like: model.pointee)
      return .pointer(pointer)
    case (.array(let element, let count), .array(let model, _)):
      return .array(of: element.named(like: model), count: count)
    case (.function(var function), .function(let model))
    where function.parameters.count == model.parameters.count:
      function.result = function.result.named(like: model.result)
      for index in function.parameters.indices {
        let parameter = model.parameters[index]
        function.parameters[index].name = parameter.name
        function.parameters[index].type = function.parameters[index].type
          .named(like: parameter.type)
      }
      return .function(function)
    default:
      return self
    }
  }

  /// Whether a function's type is in it, so that its spelling may name parameters.
  var hasFunction: Bool {
    switch self {
    case .function: true
    case .pointer(let pointer): pointer.pointee.hasFunction
    case .array(let element, _): element.hasFunction
    default: false
    }
  }
}
