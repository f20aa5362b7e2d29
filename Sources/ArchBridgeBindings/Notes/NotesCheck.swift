internal import ArchBridgeABI

/// Finds what notes say of a function and cannot be meant, so that no call finds it later.
struct NotesCheck {
  private let header: Header
  private let function: HeaderFunction

  init(_ header: Header, _ function: HeaderFunction) {
    self.header = header
    self.function = function
  }

  /// Throws where a function, or a parameter of one, has two entries: one would say nothing.
  static func checkRepetition(_ notes: [APINotes.Function]) throws(BindingsError) {
    var names: Set<String> = []
    for note in notes {
      let name = note.entity.name
      if !names.insert(name).inserted { throw BindingsError("'\(name)' has two entries") }
      var positions: Set<Int> = []
      for parameter in note.parameters where !positions.insert(parameter.position).inserted {
        throw BindingsError("'\(name)' has two entries for parameter \(parameter.position)")
      }
    }
  }

  func check() throws(BindingsError) {
    try checkStatus()
    try checkMessage()
    try checkFree(function.annotations, function.name)
    for (position, parameter) in function.parameters.enumerated() {
      let place = "\(function.name), parameter \(position)"
      try check(parameter, place)
      try checkFree(parameter.annotations, place)
    }
  }

  // MARK: Functions

  private func checkStatus() throws(BindingsError) {
    guard function.annotations.has("status") else { return }
    let text = function.annotations.value("status") ?? ""
    let rule = text.hasSuffix(",errno") ? text.dropLast(6) : text[...]
    guard Self.rules.contains(String(rule)) || isList(rule) else {
      throw error(
        "'status=\(text)' is no rule; there are \(Self.rules.joined(separator: ", ")) and in(…), "
          + "each with ',errno' after it where errno gives the reason")
    }
    switch header.resolved(function.result) {
    case .pointer where rule != "nonnull":
      throw error("'status=\(text)' is for numbers, and it returns a pointer: 'nonnull' fits that")
    case .scalar where rule == "nonnull", .enumeration where rule == "nonnull":
      throw error("'status=\(text)' is for pointers, and it returns a number")
    case .pointer, .scalar, .enumeration: break
    default: throw error("'status=\(text)' is for a number or a pointer, and it returns neither")
    }
  }

  private static let rules = ["zero", "nonzero", "nonnegative", "positive", "nonnull"]

  /// Whether a rule is `in(…)` with numbers between the parentheses.
  private func isList(_ rule: Substring) -> Bool {
    guard rule.hasPrefix("in("), rule.hasSuffix(")") else { return false }
    let numbers = rule.dropFirst(3).dropLast().split(separator: ",")
    return !numbers.isEmpty && numbers.allSatisfy { Int64(ByteText.trimmed($0)) != nil }
  }

  private func checkMessage() throws(BindingsError) {
    guard function.annotations.has("message") else { return }
    let name = function.annotations.value("message") ?? ""
    guard let other = header.functions.first(where: { $0.name == name }) else {
      throw error("'message=\(name)' names no function of the header")
    }
    guard function.annotations.has("status") else {
      throw error("'message=\(name)' says nothing without a 'status='")
    }
    guard case .pointer(let pointer) = header.resolved(other.result), isCharacter(pointer) else {
      throw error("'message=\(name)' names a function that returns no text")
    }
    for parameter in other.parameters where !isKnown(parameter.type) {
      throw error(
        "'message=\(name)' names a function that takes more than the status and a handle of the call"
      )
    }
  }

  /// Whether a parameter of a message's function can be told: the status, or the call's handle.
  private func isKnown(_ type: HeaderType) -> Bool {
    switch header.resolved(type) {
    case .scalar, .enumeration: return true
    case .pointer(let handle):
      let pointee = header.resolved(handle.pointee)
      let types = function.parameters.map(\.type) + [function.result]
      return types.contains { type in
        guard case .pointer(let pointer) = header.resolved(type) else { return false }
        if header.resolved(pointer.pointee) == pointee { return true }
        // What an out-parameter gives is a handle too.
        guard case .pointer(let inner) = header.resolved(pointer.pointee) else { return false }
        return header.resolved(inner.pointee) == pointee
      }
    default: return false
    }
  }

  private func isCharacter(_ pointer: HeaderPointer) -> Bool {
    switch header.resolved(pointer.pointee) {
    case .scalar(.char), .scalar(.signedChar), .scalar(.unsignedChar): return true
    case .scalar:
      guard case .alias(let name) = pointer.pointee else { return false }
      return ["wchar_t", "char16_t", "char32_t"].contains(name)
    default: return false
    }
  }

  /// The C library's own `free` needs no declaration.
  private func checkFree(_ annotations: Annotations, _ place: String) throws(BindingsError) {
    guard annotations.has("free") else { return }
    let name = annotations.value("free") ?? ""
    if name == "free" || header.functions.contains(where: { $0.name == name }) { return }
    throw BindingsError("\(place): 'free=\(name)' names no function of the header")
  }

  // MARK: Parameters

  private func check(_ parameter: HeaderParameter, _ place: String) throws(BindingsError) {
    let annotations = parameter.annotations
    let directions = ["in", "out", "inout"].filter(annotations.has)
    if directions.count > 1 {
      throw BindingsError(
        "\(place): only one of \(directions.joined(separator: ", ")) can be meant")
    }
    let forPointers = directions + Self.bounds.filter(annotations.has)
    guard let first = forPointers.first else { return }
    guard case .pointer(let pointer) = header.resolved(parameter.type) else {
      throw BindingsError("\(place): '\(first)' is for pointers, and it is none")
    }
    if pointer.isConst, let word = directions.first, word != "in" {
      throw BindingsError("\(place): '\(word)' is for what can change, and it leads to a constant")
    }
    for word in ["counted_by", "sized_by"] where annotations.has(word) {
      try checkCount(annotations.value(word) ?? "", word, place)
    }
  }

  private static let bounds = ["counted_by", "sized_by", "null_terminated", "array"]

  /// Throws where a count is none, or has a name that is no parameter's and no constant's.
  private func checkCount(
    _ count: String, _ word: String, _ place: String
  ) throws(BindingsError) {
    let words = count.utf8.split { !ByteText.isWord($0) }.map { String(Substring($0)) }
    if words.isEmpty { throw BindingsError("\(place): '\(word)=\(count)' says no count") }
    for name in words where !(name.first?.isNumber ?? false) {
      let isKnown =
        function.parameters.contains { $0.name == name }
        || header.constants.contains { $0.name == name }
        || header.enumerations.values.contains { $0.enumerators.contains { $0.name == name } }
        || name == "sizeof"
      if !isKnown {
        throw BindingsError("\(place): '\(word)=\(count)' names no parameter '\(name)'")
      }
    }
  }

  private func error(_ message: String) -> BindingsError {
    BindingsError("\(function.name): \(message)")
  }
}
