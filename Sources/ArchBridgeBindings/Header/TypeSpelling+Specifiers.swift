internal import ArchBridgeABI

extension TypeSpelling {
  mutating func specifiers() throws(Unreadable) -> Qualified {
    var words: [String] = []
    var isConst = false
    var type: HeaderType?
    while case .word(let word) = token {
      position += 1
      switch word {
      case "const": isConst = true
      case "volatile", "restrict", "__restrict", "extern", "static", "typedef", "inline",
        "__extension__":
        break
      case "__attribute__", "__attribute":
        if try attribute().contains("vector_size") { type = .unsupported("a vector") }
      case "struct", "union":
        type = .record(try tag())
      case "enum":
        type = .enumeration(try tag())
      case "_Nonnull": nullability = .nonnull
      case "_Nullable", "_Nullable_result": nullability = .nullable
      case "_Null_unspecified": break
      case "_Atomic":
        try skipParentheses()
        type = .unsupported("an atomic type")
      default:
        guard Self.scalarWords.contains(word) || (words.isEmpty && type == nil) else {
          position -= 1
          return Qualified(type: try Self.type(type, words), isConst: isConst)
        }
        if Self.scalarWords.contains(word) {
          words.append(word)
        } else {
          type = type ?? .alias(word)
        }
      }
    }
    return Qualified(type: try Self.type(type, words), isConst: isConst)
  }

  mutating func tag() throws(Unreadable) -> String {
    while token == .word("__attribute__") {
      position += 1
      _ = try attribute()
    }
    guard let word = word() else { throw Unreadable() }
    return word
  }

  private static let scalarWords: Set<String> = [
    "void", "_Bool", "bool", "char", "short", "int", "long", "signed", "unsigned", "float",
    "double",
    "_Complex", "__int128", "_Float16", "__bf16", "__float128", "_Float128", "__fp16",
    "__signed__", "__signed",
  ]

  private static func type(
    _ type: HeaderType?, _ words: [String]
  ) throws(Unreadable) -> HeaderType {
    if let type { return type }
    return try scalar(words)
  }

  private static func scalar(_ words: [String]) throws(Unreadable) -> HeaderType {
    let exotic: Set = ["__int128", "_Float16", "__bf16", "__float128", "_Float128", "__fp16"]
    if let word = words.first(where: exotic.contains) { return .unsupported("'\(word)'") }
    if words == ["void"] { return .void }
    if words == ["bool"] { return .scalar(.bool) }
    let isComplex = words.contains("_Complex")
    let isUnsigned = words.contains("unsigned")
    let isSigned = words.contains { $0 == "signed" || $0 == "__signed__" || $0 == "__signed" }
    let rest = words.filter {
      !["_Complex", "unsigned", "signed", "__signed__", "__signed"].contains($0)
    }
    var names = rest.count > 1 ? rest.filter { $0 != "int" } : rest
    if names.isEmpty { names = ["int"] }
    if names.contains("double") { names.sort { $0 == "long" && $1 != "long" } }
    var spelling = names.joined(separator: " ")
    if isUnsigned { spelling = "unsigned " + spelling }
    if isSigned, spelling == "char" { spelling = "signed char" }
    guard let scalar = CScalar(rawValue: spelling) else { throw Unreadable() }
    return isComplex ? .complex(scalar) : .scalar(scalar)
  }
}
