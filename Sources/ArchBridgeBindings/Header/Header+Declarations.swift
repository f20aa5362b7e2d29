package import ArchBridgeABI

extension Header {
  /// What declarations say that were read from something else than a header.
  ///
  /// - Parameter omissions: what is known to be missing from them, each with the reason.
  package init(
    _ declarations: CDeclarations, omissions: [(name: String, reason: String)] = []
  ) {
    for name in declarations.typedefNames {
      guard let type = declarations.typedef(named: name) else { continue }
      typedefOrder.append(name)
      typedefs[name] = HeaderTypedef(name: name, type: HeaderType(type), isOwn: true)
    }
    for tag in declarations.enumerationTags {
      let enumerators = (declarations.enumerators(ofTag: tag) ?? []).map {
        HeaderEnumeration.Enumerator(name: $0, value: declarations.constant(named: $0) ?? 0)
      }
      enumerationOrder.append(tag)
      enumerations[tag] = HeaderEnumeration(
        key: tag, tag: tag, isNamed: true, enumerators: enumerators, isOwn: true)
    }
    for (kind, tag) in declarations.recordTags {
      guard let record = declarations.record(kind, tag: tag) else {
        recordOrder.append(tag)
        records[tag] = HeaderRecord(
          kind: kind, key: tag, place: tag, tag: tag, members: [], isComplete: false, isOwn: true,
          hasSpelling: true)
        continue
      }
      add(record, key: tag, declarations)
    }
    functions = declarations.functionNames.compactMap { name in
      declarations.function(named: name).map { HeaderFunction($0) }
    }
    variables = declarations.variableNames.compactMap { name in
      declarations.variable(named: name).map {
        HeaderVariable(
          name: name, symbol: name, type: HeaderType($0.type), isConst: $0.isConst)
      }
    }
    self.omissions = omissions.map { Omission($0.reason, name: $0.name) }
  }

  /// Adds a record, and before it those that are its members without a name.
  private mutating func add(_ record: CRecord, key: String, _ declarations: CDeclarations) {
    var members: [HeaderRecord.Member] = []
    for member in record.members {
      var type = HeaderType(member.type)
      if member.name == nil, member.bitCount == nil, case .record(let kind, let tag) = member.type,
        let inner = declarations.record(kind, tag: tag)
      {
        let innerKey = unusedKey("\(key)_anonymous")
        add(inner, key: innerKey, declarations)
        type = .record(innerKey)
      }
      members.append(
        HeaderRecord.Member(
          name: member.name, type: type, isConst: member.isConst, bitCount: member.bitCount,
          alignment: member.alignment, isPacked: member.isPacked))
    }
    recordOrder.append(key)
    records[key] = HeaderRecord(
      kind: record.kind, key: key, place: key, tag: key, members: members, isComplete: true,
      isOwn: true, isPacked: record.isPacked, packAlignment: record.packAlignment,
      alignment: record.alignment, hasSpelling: true)
  }

  private func unusedKey(_ name: String) -> String {
    var key = name
    var number = 2
    while records[key] != nil || enumerations[key] != nil {
      key = "\(name)\(number)"
      number += 1
    }
    return key
  }
}

extension HeaderFunction {
  /// A function as declarations have it.
  fileprivate init(_ function: FunctionDeclaration) {
    self.init(
      name: function.name, symbol: function.name,
      parameters: function.type.parameters.map {
        HeaderParameter(
          name: $0.name, type: HeaderType($0.type), annotations: Annotations($0.annotations))
      },
      result: HeaderType(function.type.result), isVariadic: function.type.isVariadic,
      annotations: Annotations(function.annotations))
  }
}

extension HeaderType {
  /// A type as declarations have it.
  init(_ type: CType) {
    self =
      switch type {
      case .void: .void
      case .scalar(let scalar): .scalar(scalar)
      case .complex(let part): .complex(part)
      case .enumeration(let tag): .enumeration(tag)
      case .record(_, let tag): .record(tag)
      case .alias(let name, _): .alias(name)
      case .pointer(let pointee, let isConst):
        .pointer(HeaderPointer(pointee: HeaderType(pointee), isConst: isConst))
      case .array(let element, let count): .array(of: HeaderType(element), count: count)
      case .function(let function):
        .function(
          HeaderFunctionType(
            result: HeaderType(function.result),
            parameters: function.parameters.map {
              HeaderFunctionType.Parameter(name: $0.name, type: HeaderType($0.type))
            }, isVariadic: function.isVariadic))
      }
  }
}
