/// The words of an arithmetic type or `void`, gathered in any order: `long unsigned int`.
struct CScalarSpecifiers {
  private var base: CKeyword?
  private var sign: CKeyword?
  private var isShort = false
  private var longCount = 0
  private var isComplex = false
  /// The words so far.
  private(set) var spelling = ""

  /// Whether `keyword` is one of these words.
  static func includes(_ keyword: CKeyword) -> Bool {
    switch keyword {
    case .void, .bool, .char, .short, .int, .long, .float, .double, .signed, .unsigned, .complex:
      true
    default: false
    }
  }

  /// Whether there are no words yet.
  var isEmpty: Bool { spelling.isEmpty }

  /// Whether `_Complex` can be added.
  var mayBeComplex: Bool { !isComplex && (base == .float || base == .double) }

  /// Whether there is a `_Complex` that lacks the type of its parts.
  var lacksPart: Bool { isComplex && base != .float && base != .double }

  /// Adds a word, or gives false where C has no type with it.
  mutating func add(_ keyword: CKeyword, spelling word: String) -> Bool {
    var changed = self
    switch keyword {
    case .short:
      if isShort { return false }
      changed.isShort = true
    case .long:
      changed.longCount += 1
    case .signed, .unsigned:
      if sign != nil { return false }
      changed.sign = keyword
    case .complex:
      if isComplex { return false }
      changed.isComplex = true
    default:
      if base != nil { return false }
      changed.base = keyword
    }
    guard changed.isValid else { return false }
    changed.spelling += changed.spelling.isEmpty ? word : " \(word)"
    self = changed
    return true
  }

  private var isValid: Bool {
    let hasLength = isShort || longCount > 0
    if longCount > 2 || (isShort && longCount > 0) { return false }
    if isComplex {
      let isPossible = base == nil || base == .float || base == .double
      if !isPossible || sign != nil || isShort || longCount > 1 { return false }
    }
    switch base {
    case nil, .int: return true
    case .char: return !hasLength
    case .double: return sign == nil && !isShort && longCount < 2
    default: return sign == nil && !hasLength
    }
  }

  /// The type that the words name, or nil where there are none.
  var type: CType? {
    if isEmpty || lacksPart { return nil }
    if isComplex {
      return .complex(base == .float ? .float : longCount > 0 ? .longDouble : .double)
    }
    let isUnsigned = sign == .unsigned
    switch base {
    case .void: return .void
    case .bool: return .scalar(.bool)
    case .float: return .scalar(.float)
    case .double: return .scalar(longCount > 0 ? .longDouble : .double)
    case .char where sign == nil: return .scalar(.char)
    case .char: return .scalar(isUnsigned ? .unsignedChar : .signedChar)
    default: break
    }
    if isShort { return .scalar(isUnsigned ? .unsignedShort : .short) }
    return switch longCount {
    case 0: .scalar(isUnsigned ? .unsignedInt : .int)
    case 1: .scalar(isUnsigned ? .unsignedLong : .long)
    default: .scalar(isUnsigned ? .unsignedLongLong : .longLong)
    }
  }
}
