internal import ArchBridgeABI

/// Reads generated C declarations as a client does, and compares them with what clang says.
struct DeclarationCheck {
  private let declarations: CDeclarations
  private let architecture: Architecture

  init(_ text: String, _ architecture: Architecture) throws(BindingsError) {
    var declarations = CDeclarations()
    do throws(DeclarationError) {
      try declarations.parse(text)
    } catch {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = lines.indices.contains(error.line - 1) ? lines[error.line - 1] : ""
      throw BindingsError(
        "the declaration '\(ByteText.trimmed(line))' cannot be read: \(error.message)")
    }
    self.declarations = declarations
    self.architecture = architecture
  }

  /// The functions that have a value which cannot go as it has to, with the reason for each.
  func refused(_ functions: [HeaderFunction]) -> [String: String] {
    var reasons: [String: String] = [:]
    for function in functions {
      guard let type = declarations.function(named: function.symbol)?.type else { continue }
      let values = [type.result] + type.parameters.map(\.type)
      for value in values {
        if let reason = refusal(value) { reasons[function.name] = reason }
      }
    }
    return reasons
  }

  private func refusal(_ type: CType) -> String? {
    switch type.resolved {
    case .record, .complex:
      do throws(LayoutError) {
        _ = try declarations.passing(of: type, on: architecture)
        return nil
      } catch {
        return error.message
      }
    default:
      return nil
    }
  }

  /// Throws where a record is not laid out as clang has it.
  ///
  /// Clang has no name for a record without one that only a pointer leads to: nothing can be
  /// compared then.
  func compare(_ record: HeaderRecord, _ layout: RecordLayouts.Layout?) throws(BindingsError) {
    guard let layout else { return }
    let own: CRecordLayout
    do {
      own = try declarations.layout(
        of: declarations.type(record.spelling), in: architecture.dataModel)
    } catch let error as LayoutError {
      throw BindingsError(error.message)
    } catch {
      throw BindingsError("the type '\(record.spelling)' cannot be read: \(error)")
    }
    try require("size", own.byteCount, layout.byteCount, record)
    try require("alignment", own.alignment, layout.alignment, record)
    for member in own.members {
      guard let offset = layout.bitOffsets[member.name] else { continue }
      try require(
        "offset in bits of '\(member.name)'", member.byteOffset * 8 + (member.bitOffset ?? 0),
        offset, record)
    }
  }

  private func require(
    _ what: String, _ own: Int, _ clang: Int, _ record: HeaderRecord
  ) throws(BindingsError) {
    if own == clang { return }
    throw BindingsError(
      "the \(what) of '\(record.spelling)' is \(own) for calls, and \(clang) for clang")
  }
}
