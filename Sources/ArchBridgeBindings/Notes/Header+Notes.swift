extension Header {
  /// Adds to the header what its notes say.
  ///
  /// - Throws: what the notes name and the header does not have, or an annotation that is none.
  package mutating func apply(_ notes: APINotes) throws(BindingsError) {
    try NotesCheck.checkRepetition(notes.functions)
    for note in notes.functions { try apply(note) }
    for note in notes.functions {
      guard let function = functions.first(where: { $0.name == note.entity.name }) else { continue }
      try NotesCheck(self, function).check()
    }
    for note in notes.globals {
      if let index = variables.firstIndex(where: { $0.name == note.name }) {
        variables[index].swiftName = note.swiftName ?? variables[index].swiftName
        if note.isLeftOut { variables.remove(at: index) }
      } else if let index = constants.firstIndex(where: { $0.name == note.name }) {
        constants[index].swiftName = note.swiftName ?? constants[index].swiftName
        if note.isLeftOut { constants.remove(at: index) }
      } else {
        throw missing("variable or constant", note.name)
      }
    }
    for note in notes.enumerators { try applyEnumerator(note) }
    for note in notes.tags { try apply(note) }
    for note in notes.typedefs {
      guard typedefs[note.entity.name] != nil else { throw missing("typedef", note.entity.name) }
      typedefs[note.entity.name]?.isWrapped = note.isWrapped
      if let name = note.entity.swiftName { typedefs[note.entity.name]?.swiftName = name }
    }
  }

  private func missing(_ kind: String, _ name: String) -> BindingsError {
    BindingsError("there is no \(kind) '\(name)' in the header")
  }

  private mutating func apply(_ note: APINotes.Function) throws(BindingsError) {
    guard let index = functions.firstIndex(where: { $0.name == note.entity.name }) else {
      throw missing("function", note.entity.name)
    }
    var function = functions[index]
    function.swiftName = note.entity.swiftName ?? function.swiftName
    if note.entity.isLeftOut {
      function.omission =
        note.entity.unavailabilityMessage.map { "it is unavailable: \($0)" }
        ?? (note.entity.isPrivate ? "its notes make it private" : "it is unavailable")
    }
    try add(
      note.entity.annotations, to: &function.annotations, words: Annotations.functionWords,
      note.entity.name)
    if let nullability = note.resultNullability {
      function.annotations.add(nullability == .nonnull ? "nonnull" : "nullable")
    }
    for (position, nullability) in note.nullability.enumerated() {
      guard let nullability, function.parameters.indices.contains(position) else { continue }
      function.parameters[position].nullability = nullability
    }
    for parameter in note.parameters {
      guard function.parameters.indices.contains(parameter.position) else {
        throw BindingsError(
          "'\(function.name)' has no parameter at position \(parameter.position)")
      }
      if let nullability = parameter.nullability {
        function.parameters[parameter.position].nullability = nullability
      }
      try add(
        parameter.annotations, to: &function.parameters[parameter.position].annotations,
        words: Annotations.parameterWords, "\(function.name), parameter \(parameter.position)")
    }
    functions[index] = function
  }

  private func add(
    _ texts: [String], to annotations: inout Annotations, words: Set<String>, _ place: String
  ) throws(BindingsError) {
    if let unknown = Annotations(texts).unknown(in: words) {
      throw BindingsError(
        "\(place): '\(unknown)' is no annotation; known are "
          + words.sorted().joined(separator: ", "))
    }
    for text in texts { annotations.add(text) }
  }

  private mutating func applyEnumerator(_ note: APINotes.Entity) throws(BindingsError) {
    for key in enumerationOrder {
      guard
        let index = enumerations[key]?.enumerators.firstIndex(where: { $0.name == note.name })
      else { continue }
      if let name = note.swiftName { enumerations[key]?.enumerators[index].swiftName = name }
      return
    }
    throw missing("enumerator", note.name)
  }

  private mutating func apply(_ note: APINotes.Tag) throws(BindingsError) {
    let name = note.entity.name
    if records[name] != nil {
      if let swiftName = note.entity.swiftName { records[name]?.swiftName = swiftName }
      if note.entity.annotations.contains("opaque") { records[name]?.isOpaque = true }
    } else if enumerations[name] != nil {
      if let swiftName = note.entity.swiftName { enumerations[name]?.swiftName = swiftName }
      if let isFlags = note.isFlags { enumerations[name]?.isFlags = isFlags }
    } else {
      throw missing("struct, union or enum", name)
    }
  }
}

extension APINotes.Entity {
  fileprivate var isLeftOut: Bool { isUnavailable || isPrivate }
}
