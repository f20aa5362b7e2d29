internal import SwiftSyntax

/// One entry of a map: a property of a structure, or a payload value of an enum's case.
struct CodedField {
  /// What holds the value while it is written.
  let source: String
  /// The variable that holds it while it is read.
  let variable: String
  let key: CodingKeyNames.Key
  /// The type's text, or nil where the field is written alone.
  let type: String?
  let isOptional: Bool

  /// The key as a Swift literal.
  var keyLiteral: String {
    switch key {
    case .text(let text): SwiftText.literal(text)
    case .integer(let number): "\(number)"
    }
  }

  /// The statement that writes the key.
  var keyStatement: String { CodedField.statement(writing: key) }

  static func statement(writing key: CodingKeyNames.Key) -> String {
    switch key {
    case .text(let text): "writer.write(text: \(SwiftText.literal(text)))"
    case .integer(let number): "writer.write(signed: \(number))"
    }
  }
}

extension SwiftText {
  /// Writes the map of `fields`; an optional that is nil is left out.
  mutating func writeMap(_ fields: [CodedField]) {
    let required = fields.count { !$0.isOptional }
    if required == fields.count {
      line("writer.beginMap(count: \(required))")
    } else {
      line("var count = \(required)")
      for field in fields where field.isOptional {
        line("if \(field.source) != nil { count += 1 }")
      }
      line("writer.beginMap(count: count)")
    }
    for field in fields {
      if field.isOptional {
        line("if let value = \(field.source) {")
        line("  \(field.keyStatement)")
        line("  value.write(to: &writer)")
        line("}")
      } else {
        line(field.keyStatement)
        line("\(field.source).write(to: &writer)")
      }
    }
  }

  /// Reads the map of `fields` into their variables, each of which must have been there, or is
  /// optional.
  mutating func readMap(_ fields: [CodedField], integerKeys: Bool) {
    let fields = fields.filter { $0.type != nil }
    for field in fields {
      guard let type = field.type else { continue }
      line("var \(field.variable): \(field.isOptional ? "\(type) = nil" : "\(type)?")")
    }
    beginFields(integerKeys: integerKeys, isUsed: !fields.isEmpty)
    if fields.isEmpty {
      line("  return false")
    } else {
      line("  switch key {")
      for field in fields {
        line(
          "  case \(field.keyLiteral): \(field.variable) = try \(field.type ?? "")(from: &reader)")
      }
      line("  default: return false")
      line("  }")
      line("  return true")
    }
    line("}")
    for field in fields where !field.isOptional {
      let name =
        switch field.key {
        case .text(let text): text
        case .integer(let number): "\(number)"
        }
      line("guard let \(field.variable) else {")
      line("  throw CBORError.missingField(\(SwiftText.literal(name)))")
      line("}")
    }
  }

  /// Opens the closure that reads a map's fields.
  mutating func beginFields(integerKeys: Bool, isUsed: Bool = true) {
    let (key, reader) = isUsed ? ("key", "reader") : ("_", "_")
    line(
      "try reader.readFields { (\(key): \(integerKeys ? "Int" : "String"), "
        + "\(reader): inout CBORReader) throws(CBORError) -> Bool in")
  }
}
