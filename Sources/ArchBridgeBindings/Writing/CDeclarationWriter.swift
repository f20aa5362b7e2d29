internal import ArchBridgeABI

/// Writes the C declarations that a generated client reads at run time.
///
/// They are plain C, whatever macros the header was made of, and carry what is known beyond C's
/// types as attributes. Names that the reader knows itself, such as `size_t`, stay names, so that
/// the text is right for every architecture.
struct CDeclarationWriter {
  private let types: TypePlan
  private var written: Set<String> = []
  private(set) var lines: [String] = []

  private var header: Header { types.header }

  init(_ types: TypePlan) { self.types = types }

  // MARK: Declarations

  mutating func add(_ function: HeaderFunction) {
    need(function.result)
    for parameter in function.parameters { need(parameter.type) }
    var (head, parameters, tail) = pieces(function, isAnnotated: true)
    let words = attributes(function.annotations)
    let line = ([head + "(" + parameters.joined(separator: ", ") + ")" + tail] + words)
      .joined(separator: " ")
    if line.count < Self.lineLength {
      lines.append(line + ";")
      return
    }
    parameters[parameters.count - 1] += ")" + tail
    let start = head + "(" + parameters.joined(separator: ", ")
    if start.count < Self.lineLength {
      lines.append(start)
    } else {
      lines.append(head + "(")
      lines += CodeText.filled(parameters, width: Self.lineLength - 4).map { "    " + $0 }
    }
    for word in words {
      if lines[lines.count - 1].count + word.count + 2 <= Self.lineLength {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append("    " + word)
      }
    }
    lines[lines.count - 1] += ";"
  }

  /// What fits on a line of the declarations, which are indented.
  private static let lineLength = CodeText.lineLength - 4

  mutating func add(_ variable: HeaderVariable) {
    need(variable.type)
    lines.append(
      "extern \(declared(variable.type, as: variable.symbol, isConst: variable.isConst));")
  }

  mutating func add(recordKey key: String) { need(.record(key), isWhole: true) }

  mutating func add(enumerationKey key: String) { need(.enumeration(key)) }

  private mutating func add(function text: String) {
    let wrapped = CodeText.wrapped(text + ";", width: Self.lineLength - 4)
    lines += wrapped.enumerated().map { $0.offset == 0 ? $0.element : "    " + $0.element }
  }

  /// A function's prototype as the header has it, on one line and without `;`.
  func prototype(_ function: HeaderFunction) -> String {
    let (head, parameters, tail) = pieces(function, isAnnotated: false)
    return "\(head)(\(parameters.joined(separator: ", ")))\(tail)"
  }

  /// What stands before a prototype's parameters, the parameters, and what stands behind them.
  private func pieces(
    _ function: HeaderFunction, isAnnotated: Bool
  ) -> (head: String, parameters: [String], tail: String) {
    var parameters = function.parameters.map { parameter in
      let text = declared(parameter.type, as: parameter.name ?? "", isConst: false)
      return ([text] + (isAnnotated ? attributes(parameter.annotations) : []))
        .joined(separator: " ")
    }
    if function.isVariadic { parameters.append("...") }
    if parameters.isEmpty { parameters = ["void"] }
    let name = isAnnotated ? function.symbol : function.name
    // What returns a pointer to a function has something behind its parameters too.
    let whole = declared(function.result, as: name + "\0", isConst: false)
    let parts = whole.split(separator: "\0", omittingEmptySubsequences: false)
    return (String(parts[0]), parameters, String(parts.last ?? ""))
  }

  private func attributes(_ annotations: Annotations) -> [String] {
    annotations.texts.compactMap { text in
      guard !Annotations([text]).isForGenerator else { return nil }
      for bounds in ["counted_by", "sized_by"] where text.hasPrefix(bounds + "=") {
        let count = text.dropFirst(bounds.count + 1)
        guard count.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { return nil }
        return "__\(bounds)(\(count))"
      }
      return "__attribute__((annotate(\"archbridge:\(text)\")))"
    }
  }

  // MARK: Types

  /// Writes what a type needs to be known; a record by pointer needs no more than its tag.
  private mutating func need(_ type: HeaderType, isWhole: Bool = true) {
    switch type {
    case .void, .scalar, .complex, .unsupported: break
    case .pointer(let pointer): need(pointer.pointee, isWhole: false)
    case .array(let element, _): need(element, isWhole: isWhole)
    case .function(let function):
      need(function.result)
      for parameter in function.parameters { need(parameter.type) }
    case .alias(let name): need(alias: name, isWhole: isWhole)
    case .enumeration(let key): define(enumeration: key)
    case .record(let key):
      guard let record = header.records[key] else { return }
      if isWhole || (record.tag == nil && record.isComplete) { define(record) }
    }
  }

  private mutating func need(alias name: String, isWhole: Bool) {
    guard BuiltinTypedef(name) == nil, let typedef = header.typedefs[name] else { return }
    if case .record(let key) = typedef.type, header.records[key]?.tag == nil {
      need(typedef.type)
      return
    }
    if case .enumeration(let key) = typedef.type, header.enumerations[key]?.tag == nil {
      need(typedef.type)
      return
    }
    need(typedef.type, isWhole: isWhole)
    guard written.insert("typedef \(name)").inserted else { return }
    add(function: "typedef " + declared(typedef.type, as: name, isConst: false))
  }

  private mutating func define(enumeration key: String) {
    guard let enumeration = header.enumerations[key], written.insert("tag \(key)").inserted else {
      return
    }
    let constants = enumeration.enumerators.map { "\($0.name) = \($0.value)" }
    let head =
      enumeration.tag.map { "enum \($0) {" } ?? (enumeration.isNamed ? "typedef enum {" : "enum {")
    let tail = enumeration.tag == nil && enumeration.isNamed ? "} \(key);" : "};"
    lines.append(head)
    lines += CodeText.wrapped(
      constants.joined(separator: ", "), width: Self.lineLength - 2
    ).map { "  " + $0 }
    lines.append(tail)
  }

  private mutating func define(_ record: HeaderRecord) {
    guard record.isComplete, !types.isOpaque(record.key),
      written.insert("tag \(record.key)").inserted
    else { return }
    if record.tag == nil, header.unwritable(.record(record.key)) != nil {
      lines.append("typedef \(record.kind.rawValue) \(record.key) \(record.key);")
      return
    }
    needMembers(of: record)
    if let alignment = record.packAlignment { lines.append("#pragma pack(push, \(alignment))") }
    let head =
      record.tag.map { "\(record.kind.rawValue) \($0)" } ?? "typedef \(record.kind.rawValue)"
    lines.append(head + " {")
    lines += members(of: record).map { "  " + $0 }
    lines.append("}" + layoutAttributes(record) + (record.tag == nil ? " \(record.key);" : ";"))
    if record.packAlignment != nil { lines.append("#pragma pack(pop)") }
  }

  private mutating func needMembers(of record: HeaderRecord) {
    for member in record.members {
      if let inner = anonymous(member, in: record) {
        needMembers(of: inner)
      } else {
        need(member.type)
      }
    }
  }

  /// The record that an anonymous member has the members of, where it stays anonymous.
  private func anonymous(_ member: HeaderRecord.Member, in record: HeaderRecord) -> HeaderRecord? {
    guard member.name == nil, member.bitCount == nil, let inner = header.record(member.type),
      record.kind == .union || types.anonymousName(inner.key, in: record) == nil
    else { return nil }
    return inner
  }

  private func members(of record: HeaderRecord) -> [String] {
    record.members.flatMap { member -> [String] in
      let attributes = layoutAttributes(member)
      if let inner = anonymous(member, in: record) {
        return ["\(inner.kind.rawValue) {"] + members(of: inner).map { "  " + $0 }
          + ["}" + layoutAttributes(inner) + attributes + ";"]
      }
      var name = member.name ?? ""
      if member.name == nil, member.bitCount == nil, let inner = header.record(member.type) {
        name = types.anonymousName(inner.key, in: record) ?? ""
      }
      let bits = member.bitCount.map { " : \($0)" } ?? ""
      let text = declared(member.type, as: name, isConst: member.isConst)
      return [ByteText.trimmed(text) + bits + attributes + ";"]
    }
  }

  private func layoutAttributes(_ record: HeaderRecord) -> String {
    (record.isPacked ? " __attribute__((packed))" : "")
      + (record.alignment.map { " __attribute__((aligned(\($0))))" } ?? "")
  }

  private func layoutAttributes(_ member: HeaderRecord.Member) -> String {
    (member.isPacked ? " __attribute__((packed))" : "")
      + (member.alignment.map { " __attribute__((aligned(\($0))))" } ?? "")
  }

  // MARK: Spelling

  /// The declaration of `inner` with a type, where `inner` is a name or what is around one.
  func declared(_ type: HeaderType, as inner: String, isConst: Bool) -> String {
    func base(_ name: String) -> String {
      (isConst ? "const " : "") + name + (inner.isEmpty ? "" : " " + inner)
    }
    switch type {
    case .void: return base("void")
    case .scalar(let scalar): return base(scalar.rawValue)
    case .complex(let scalar): return base("\(scalar.rawValue) _Complex")
    case .alias(let name): return base(name)
    case .record(let key): return base(types.spelling(ofRecord: key))
    case .enumeration(let key): return base(header.enumerations[key]?.spelling ?? "int")
    case .unsupported(let reason): return base("/* \(reason) */")
    case .array(let element, let count):
      return declared(element, as: "\(inner)[\(count.map(String.init) ?? "")]", isConst: isConst)
    case .pointer(let pointer):
      let star = isConst ? (inner.isEmpty ? "*const" : "*const ") : "*"
      switch pointer.pointee {
      case .array, .function:
        return declared(pointer.pointee, as: "(\(star)\(inner))", isConst: pointer.isConst)
      default:
        return declared(pointer.pointee, as: star + inner, isConst: pointer.isConst)
      }
    case .function(let function):
      var parameters = function.parameters.map {
        declared($0.type, as: $0.name ?? "", isConst: false)
      }
      if function.isVariadic { parameters.append("...") }
      let list = parameters.isEmpty ? "void" : parameters.joined(separator: ", ")
      return declared(function.result, as: "\(inner)(\(list))", isConst: false)
    }
  }
}

extension Annotations {
  /// Whether all of these are of no meaning at run time.
  fileprivate var isForGenerator: Bool { unknown(in: Annotations.generatorWords) == nil }
}
