extension TypeSpelling {
  mutating func declarator(_ base: Qualified) throws(Unreadable) -> Qualified {
    var base = base
    while true {
      if take("*") {
        base = try pointer(to: base)
      } else if take("^") {
        base = Qualified(type: .unsupported("a block"), isConst: false)
      } else if case .word(let word) = token, word == "__attribute__" || word == "const" {
        position += 1
        if word == "const" { base.isConst = true } else { _ = try attribute() }
      } else {
        break
      }
    }
    if isGroup {
      position += 1
      let inner = position
      try skipGroup()
      let outer = try suffixes(base)
      let end = position
      position = inner
      let type = try declarator(outer)
      guard take(")") else { throw Unreadable() }
      position = end
      return type
    }
    if name == nil, case .word(let word) = token, word != "__asm__" {
      name = word
      position += 1
    }
    return try suffixes(base)
  }

  /// Whether the parenthesis here is around a declarator, not around parameters.
  var isGroup: Bool {
    guard token == .mark("(") else { return false }
    var inner = self
    inner.position += 1
    while inner.token == .word("__attribute__") {
      inner.position += 1
      guard (try? inner.attribute()) != nil else { return false }
    }
    return inner.token == .mark("*") || inner.token == .mark("^") || inner.token == .mark("(")
  }

  mutating func pointer(to pointee: Qualified) throws(Unreadable) -> Qualified {
    var pointer = HeaderPointer(pointee: pointee.type, isConst: pointee.isConst)
    var isConst = false
    words: while case .word(let word) = token {
      position += 1
      switch word {
      case "const": isConst = true
      case "volatile", "restrict", "__restrict", "__restrict__", "_Null_unspecified": break
      case "_Nonnull": pointer.nullability = .nonnull
      case "_Nullable", "_Nullable_result": pointer.nullability = .nullable
      case "__attribute__": _ = try attribute()
      case "__counted_by", "__sized_by", "__counted_by_or_null", "__sized_by_or_null":
        if word.hasSuffix("_or_null") { pointer.nullability = .nullable }
        let kind = word.contains("counted") ? "counted_by" : "sized_by"
        pointer.bounds = "\(kind)=\(try parentheses())"
      case "__terminated_by":
        if try parentheses() == "0" { pointer.bounds = "null_terminated" }
      case "__single":
        break
      default:
        position -= 1
        break words
      }
    }
    return Qualified(type: .pointer(pointer), isConst: isConst)
  }

  mutating func suffixes(_ base: Qualified) throws(Unreadable) -> Qualified {
    if take("[") {
      while case .word(let word) = token, ["static", "const", "restrict"].contains(word) {
        position += 1
      }
      var count: Int?
      if case .number(let number) = token {
        count = number
        position += 1
      }
      guard take("]") else { throw Unreadable() }
      let element = try suffixes(base)
      return Qualified(type: .array(of: element.type, count: count), isConst: element.isConst)
    }
    guard take("(") else {
      while token == .word("__attribute__") {
        position += 1
        _ = try attribute()
      }
      return base
    }
    var function = try parameters(result: base.type)
    while token == .word("__attribute__") {
      position += 1
      let text = try attribute()
      if let convention = Self.conventions.first(where: text.contains) {
        function.convention = convention
      }
    }
    return Qualified(type: .function(function), isConst: false)
  }

  private static let conventions = [
    "stdcall", "fastcall", "thiscall", "vectorcall", "pascal", "regparm", "regcall", "ms_abi",
    "sysv_abi", "preserve_most", "preserve_all", "swiftcall",
  ]

  mutating func parameters(result: HeaderType) throws(Unreadable) -> HeaderFunctionType {
    var function = HeaderFunctionType(result: result, parameters: [])
    if take(")") {
      function.lacksPrototype = true
      return function
    }
    repeat {
      if token == .ellipsis {
        position += 1
        function.isVariadic = true
        break
      }
      let outerName = name
      name = nil
      let parameter = try qualified()
      var type = parameter.type
      if case .function = type { type = .pointer(HeaderPointer(pointee: type, isConst: false)) }
      if case .array(let element, _) = type {
        type = .pointer(HeaderPointer(pointee: element, isConst: parameter.isConst))
      }
      function.parameters.append(.init(name: name, type: type))
      name = outerName
    } while take(",")
    guard take(")") else { throw Unreadable() }
    if function.parameters.map(\.type) == [.void] { function.parameters = [] }
    return function
  }
}
