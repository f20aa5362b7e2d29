package import ArchBridgeABI

/// A function that a header declares.
package struct HeaderFunction: Sendable {
  package var name: String
  /// The symbol that calls go to; another one where an `__asm__` label says so.
  package var symbol: String
  package var parameters: [HeaderParameter]
  package var result: HeaderType
  package var isVariadic: Bool
  package var annotations: Annotations
  package var comment: String?
  /// The name in Swift, where the header or its notes give one.
  package var swiftName: String?
  /// Why it is not to be used any more; empty where that is not said.
  package var deprecation: String?
  /// Why bindings leave it out, where that is plain from the declaration.
  package var omission: String?
}

/// A function's parameter.
package struct HeaderParameter: Sendable {
  package var name: String?
  package var type: HeaderType
  package var annotations: Annotations
  /// Whether the pointer may be null, where that is said.
  package var nullability: Nullability?
  /// The length of the array that the parameter is written as: 16 of `double samples[16]`.
  package var arrayCount: Int?
}

/// A variable that a library exports.
package struct HeaderVariable: Sendable {
  package var name: String
  package var symbol: String
  package var type: HeaderType
  package var isConst: Bool
  package var comment: String?
  package var swiftName: String?
}

/// A structure or union.
package struct HeaderRecord: Sendable {
  package struct Member: Sendable {
    package var name: String?
    package var type: HeaderType
    package var isConst: Bool
    package var bitCount: Int?
    package var alignment: Int?
    package var isPacked: Bool
    package var comment: String?
  }

  package var kind: RecordKind
  /// What types refer to it by: the tag, the `typedef` of one without, or a place in the header.
  package var key: String
  /// Where it is in what clang read, as clang names one without a tag: `@12:25`.
  package var place: String
  /// The tag; nil for one that only a `typedef` names.
  package var tag: String?
  package var members: [Member]
  package var isComplete: Bool
  /// Whether it is from the headers that bindings are made for.
  package var isOwn: Bool
  package var isPacked = false
  package var packAlignment: Int?
  package var alignment: Int?
  package var comment: String?
  package var swiftName: String?
  /// Whether the notes say that only pointers to it are of use.
  package var isOpaque = false

  /// How C spells the type.
  package var spelling: String { tag.map { "\(kind.rawValue) \($0)" } ?? key }

  /// Whether the header itself spells it so, and not only what is generated.
  package var hasSpelling: Bool
}

/// An enumeration.
package struct HeaderEnumeration: Sendable {
  package struct Enumerator: Sendable {
    package var name: String
    package var value: Int64
    package var comment: String?
    package var swiftName: String?
  }

  package var key: String
  package var tag: String?
  /// Whether anything names it; constants alone stay constants.
  package var isNamed: Bool
  package var enumerators: [Enumerator]
  package var isOwn: Bool
  package var isFlags = false
  package var comment: String?
  package var swiftName: String?

  /// How C spells the type.
  package var spelling: String { tag.map { "enum \($0)" } ?? key }

  /// The type that compilers give to it: `unsigned int` unless there are negative values.
  package var scalar: CScalar {
    let isNegative = enumerators.contains { $0.value < 0 }
    let isWide = enumerators.contains {
      $0.value > (isNegative ? Int64(Int32.max) : Int64(UInt32.max)) || $0.value < Int32.min
    }
    return switch (isWide, isNegative) {
    case (false, false): .unsignedInt
    case (false, true): .int
    case (true, false): .unsignedLongLong
    case (true, true): .longLong
    }
  }
}

/// A name for a type.
package struct HeaderTypedef: Sendable {
  package var name: String
  package var type: HeaderType
  package var isOwn: Bool
  package var comment: String?
  package var swiftName: String?
  /// Whether the notes ask for a Swift type of its own.
  package var isWrapped = false
}

/// A macro that stands for a constant.
package struct HeaderConstant: Sendable {
  package enum Value: Hashable, Sendable {
    case integer(CScalar, Int64)
    /// An `unsigned long long` that no `long long` holds.
    case large(UInt64)
    case float(Float)
    case double(Double)
    case text(String)
    case address(UInt64)
  }

  package var name: String
  package var value: Value
  package var comment: String?
  package var swiftName: String?
}
