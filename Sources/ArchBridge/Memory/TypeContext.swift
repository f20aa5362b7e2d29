package import ArchBridgeABI
internal import ArchBridgeWire
internal import Synchronization

/// What C's types mean for one client: its declarations, its architecture, its text.
///
/// It never changes: a client that declares more has another one.
package final class TypeContext: Sendable {
  /// What C's names mean.
  package let declarations: CDeclarations
  /// What Fortran's names mean.
  package let fortran: FortranDeclarations
  let architecture: Architecture
  /// The encoding of strings that name none.
  package let encoding: TextEncoding
  /// What tells the client's session from others.
  let token: SessionToken
  /// The layouts that have been asked for, by the types' tags.
  private let layouts = Mutex<[String: CRecordLayout]>([:])
  /// How values of these types are passed.
  private let forms = Mutex<[String: WireForm]>([:])

  /// The C functions that declared procedures of Fortran are, by their names.
  private let signatures = Mutex<[String: FortranSignature]>([:])

  /// Makes the context of these declarations.
  package init(
    declarations: CDeclarations, fortran: FortranDeclarations = FortranDeclarations(),
    architecture: Architecture, encoding: TextEncoding, token: SessionToken = SessionToken()
  ) {
    self.fortran = fortran
    self.token = token
    self.declarations = declarations
    self.architecture = architecture
    self.encoding = encoding
  }

  /// The same client's types with other declarations.
  func declaring(_ declarations: CDeclarations, _ fortran: FortranDeclarations) -> TypeContext {
    TypeContext(
      declarations: declarations, fortran: fortran, architecture: architecture, encoding: encoding,
      token: token)
  }

  /// The C function that a procedure of Fortran is, which is found out once.
  func signature(of procedure: FortranProcedure) throws(FortranRefusal) -> FortranSignature {
    let name = procedure.qualifiedName
    guard fortran.procedure(named: name) != nil else { return try FortranSignature(procedure) }
    if let known = signatures.withLock({ $0[name] }) { return known }
    let signature = try FortranSignature(procedure)
    signatures.withLock { $0[name] = signature }
    return signature
  }

  /// What C's types mean for a client as it is now.
  ///
  /// No member of the client, where it would hide a library's function of the same name.
  package static func of(_ client: LibraryClient) -> TypeContext { client.session.types }

  var dataModel: DataModel { architecture.dataModel }

  /// How long a value of a type is.
  package func byteCount(of type: CType) throws(BridgeError) -> Int {
    if type.isRecord { return try layout(of: type).byteCount }
    do throws(LayoutError) {
      return try declarations.extent(of: type, in: dataModel).byteCount
    } catch {
      throw BridgeError(.unsupportedType, "'\(type)' has no size here: \(error.message)")
    }
  }

  /// Whether a structure or union has members that are known.
  func isDefined(_ type: CType) -> Bool { (try? layout(of: type)) != nil }

  /// Where a structure's or union's members are.
  package func layout(of type: CType) throws(BridgeError) -> CRecordLayout {
    let name = "\(type.resolved)"
    if let known = layouts.withLock({ $0[name] }) { return known }
    do throws(LayoutError) {
      let layout = try declarations.layout(of: type, in: dataModel)
      layouts.withLock { $0[name] = layout }
      return layout
    } catch {
      throw BridgeError(.unsupportedType, error.message)
    }
  }

  /// The type that a text of C spells, such as `struct tm`.
  package func type(spelled spelling: String) throws(BridgeError) -> CType {
    do throws(DeclarationError) {
      return try declarations.type(spelling)
    } catch {
      throw BridgeError(
        .invalidDeclaration, "'\(spelling)', column \(error.column): \(error.message)")
    }
  }

  /// How a value of a type crosses by value.
  func form(of type: CType) throws(BridgeError) -> WireForm {
    switch type.resolved {
    case .void: return WireForm(.void)
    case .pointer, .array, .function: return WireForm(.pointer)
    case .enumeration(let tag):
      return WireForm(dataModel.wireType(of: declarations.enumerationScalar(ofTag: tag)) ?? .int32)
    case .scalar(let scalar):
      return WireForm(dataModel.wireType(of: scalar) ?? .extended)
    case .record, .complex, .alias: return try blockForm(of: type)
    }
  }

  private func blockForm(of type: CType) throws(BridgeError) -> WireForm {
    let name = "\(type.resolved)"
    if let known = forms.withLock({ $0[name] }) { return known }
    let (byteCount, alignment): (Int, Int)
    let passing: CPassing
    do throws(LayoutError) {
      let extent = try declarations.extent(of: type, in: dataModel)
      (byteCount, alignment) = (extent.byteCount, extent.alignment)
    } catch {
      throw refusal(of: type, error.message)
    }
    guard byteCount <= Int(WireBlock.byteLimit) else {
      throw refusal(
        of: type, "it has \(byteCount) bytes, and may have \(WireBlock.byteLimit); pass its address"
      )
    }
    do throws(LayoutError) {
      passing = try declarations.passing(of: type, on: architecture)
    } catch {
      throw BridgeError(.unsupportedType, error.message)
    }
    guard
      let block = WireBlock(
        byteCount: UInt32(clamping: byteCount), alignment: UInt8(clamping: alignment),
        classes: passing.wireClasses)
    else {
      throw refusal(of: type, "it has \(byteCount) bytes, aligned to \(alignment)")
    }
    let form = WireForm(block)
    forms.withLock { $0[name] = form }
    return form
  }

  private func refusal(of type: CType, _ reason: String) -> BridgeError {
    BridgeError(.unsupportedType, "'\(type)' cannot be passed by value: \(reason)")
  }

  /// The type in memory of what is no structure: a number, or an address as one.
  func wireType(inMemory type: CType) -> WireType? {
    switch type.resolved {
    case .scalar(let scalar): dataModel.wireType(of: scalar)
    case .enumeration(let tag):
      dataModel.wireType(of: declarations.enumerationScalar(ofTag: tag))
    case .pointer, .function: .pointer
    case .void, .record, .array, .complex, .alias: nil
    }
  }
}

extension CPassing {
  fileprivate var wireClasses: [WireBlock.PassingClass] {
    switch self {
    case .memory: []
    case .registers(let classes):
      classes.map { one in
        switch one {
        case .integer: .integer
        case .sse: .vector
        case .x87: .x87
        case .complexX87: .complexX87
        }
      }
    }
  }
}

/// What tells a session from every other one.
package final class SessionToken: Sendable {
  package init() {}
}
