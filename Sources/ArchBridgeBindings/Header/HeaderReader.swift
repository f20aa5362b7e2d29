internal import ArchBridgeABI

/// Makes a model of a header from clang's syntax tree.
package struct HeaderReader {
  let source: PreprocessedSource
  let attributes: AttributeReader
  var header = Header()
  /// What the types are called that have no tag, by their place.
  var unnamedKeys: [String: String] = [:]
  /// Those of them that can be tags, since nothing else has the name.
  var taggedKeys: Set<String> = []
  /// Those of records that are anonymous members.
  var anonymousKeys: Set<String> = []
  /// Why the enumerations that cannot cross cannot, by their keys.
  var unsupportedEnumerations: [String: String] = [:]
  private var functionIndices: [String: Int] = [:]

  private init(_ source: PreprocessedSource) {
    self.source = source
    attributes = AttributeReader(source: source)
  }

  /// Reads the tree that clang made of `source`'s code.
  package static func read(_ tree: ClangNode, of source: PreprocessedSource) -> Header {
    var reader = HeaderReader(source)
    reader.nameUnnamed(tree.children)
    for node in tree.children { reader.read(node) }
    return reader.header
  }

  private mutating func read(_ node: ClangNode) {
    guard let offset = node.offset else { return }
    switch node.kind {
    case "RecordDecl": readRecord(node)
    case "EnumDecl": readEnumeration(node)
    case "TypedefDecl": readTypedef(node)
    case "FunctionDecl" where source.isOwn(offset): readFunction(node)
    case "VarDecl" where source.isOwn(offset): readVariable(node)
    default: break
    }
  }

  /// The type that a node has, with its unnamed types under the keys that they were given.
  ///
  /// Clang's spelling has no names for the parameters of function pointers; the header's may.
  func type(of node: ClangNode) -> (type: HeaderType, isConst: Bool) {
    var (type, isConst) = TypeSpelling.type(node.type ?? "")
    if type.hasFunction {
      type = type.named(like: TypeSpelling.type(spelling(of: node)).type)
    }
    return (rekeyed(type), isConst)
  }

  /// A declaration's text; clang ends a parameter's range too early where it has attributes.
  private func spelling(of node: ClangNode) -> String {
    guard let range = node.range, node.kind != "FunctionDecl" else {
      return source.text(in: node.range)
    }
    return source.text(from: range.lowerBound)
  }

  private func rekeyed(_ type: HeaderType) -> HeaderType {
    switch type {
    case .record(let key): return .record(unnamedKeys[key] ?? key)
    case .enumeration(let key):
      let key = unnamedKeys[key] ?? key
      return unsupportedEnumerations[key].map { .unsupported($0) } ?? .enumeration(key)
    case .pointer(var pointer):
      pointer.pointee = rekeyed(pointer.pointee)
      return .pointer(pointer)
    case .array(let element, let count):
      return .array(of: rekeyed(element), count: count)
    case .function(var function):
      function.result = rekeyed(function.result)
      for index in function.parameters.indices {
        function.parameters[index].type = rekeyed(function.parameters[index].type)
      }
      return .function(function)
    default:
      return type
    }
  }

  func comment(_ node: ClangNode) -> String? {
    guard let range = node.range else { return nil }
    return source.comment(before: range.lowerBound) ?? source.comment(after: range.upperBound)
  }

  private mutating func readTypedef(_ node: ClangNode) {
    guard let name = node.name, let offset = node.offset, header.typedefs[name] == nil else {
      return
    }
    header.typedefOrder.append(name)
    header.typedefs[name] = HeaderTypedef(
      name: name, type: type(of: node).type, isOwn: source.isOwn(offset), comment: comment(node),
      swiftName: attributes.swiftName(node))
  }

  private mutating func readVariable(_ node: ClangNode) {
    guard let name = node.name, node.storageClass == "extern" else { return }
    let (type, isConst) = type(of: node)
    header.variables.removeAll { $0.name == name }
    header.variables.append(
      HeaderVariable(
        name: name, symbol: node.mangledName ?? name, type: type, isConst: isConst,
        comment: comment(node), swiftName: attributes.swiftName(node)))
  }

  private mutating func readFunction(_ node: ClangNode) {
    guard let name = node.name else { return }
    let spelled = type(of: node).type
    guard case .function(let type) = spelled else {
      header.functions.append(
        HeaderFunction(
          name: name, symbol: name, parameters: [], result: .void, isVariadic: false,
          annotations: Annotations(), omission: "its type cannot be read: \(node.type ?? "")"))
      return
    }
    let nonnull = attributes.nonnullParameters(node)
    let nodes = node.children.filter { $0.kind == "ParmVarDecl" }
    var parameters = nodes.enumerated().map { index, child in
      var parameter = readParameter(child)
      if let nonnull, nonnull.isEmpty || nonnull.contains(index) {
        parameter.nullability = .nonnull
      }
      return parameter
    }
    if parameters.count != type.parameters.count {
      parameters = type.parameters.map {
        HeaderParameter(name: $0.name, type: $0.type, annotations: Annotations())
      }
    }
    let function = HeaderFunction(
      name: name, symbol: node.mangledName ?? name, parameters: parameters, result: type.result,
      isVariadic: type.isVariadic, annotations: attributes.annotations(node),
      comment: comment(node), swiftName: attributes.swiftName(node),
      deprecation: attributes.deprecation(node), omission: omission(node, type))
    guard let index = functionIndices[name] else {
      functionIndices[name] = header.functions.count
      header.functions.append(function)
      return
    }
    // Clang gives a later declaration the attributes of those before.
    let before = header.functions[index]
    header.functions[index] = function
    header.functions[index].comment = before.comment ?? function.comment
    for annotation in before.annotations.texts where function.annotations.texts.isEmpty {
      header.functions[index].annotations.add(annotation)
    }
  }

  private func omission(_ node: ClangNode, _ type: HeaderFunctionType) -> String? {
    if let reason = attributes.unavailability(node) { return reason }
    if node.storageClass == "static" || node.children.contains(where: { $0.kind == "CompoundStmt" })
    {
      return "it is defined in the header, not in the library"
    }
    if let convention = type.convention { return "its calling convention is '\(convention)'" }
    if type.lacksPrototype { return "it has no prototype; '(void)' says that it takes nothing" }
    return nil
  }

  private func readParameter(_ node: ClangNode) -> HeaderParameter {
    var parameter = HeaderParameter(
      name: node.name, type: type(of: node).type, annotations: attributes.annotations(node),
      nullability: TypeSpelling.nullability(node.type ?? ""), arrayCount: arrayCount(node))
    if case .pointer(let pointer) = parameter.type, let bounds = pointer.bounds {
      parameter.annotations.add(bounds)
    }
    return parameter
  }

  /// The number between the brackets of `double samples[16]`; clang's type is the pointer's.
  private func arrayCount(_ node: ClangNode) -> Int? {
    let text = source.text(in: node.range)
    guard text.last == "]", let open = text.lastIndex(of: "[") else { return nil }
    return text[open...].split { !$0.isNumber }.first.flatMap { Int($0) }
  }
}
