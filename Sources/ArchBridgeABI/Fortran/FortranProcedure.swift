/// A Fortran function or subroutine: what goes in, what comes out, and its symbol.
public struct FortranProcedure: Hashable, Sendable {
  /// The name, in lower case.
  public var name: String
  /// The module that it is in, in lower case.
  public var module: String?
  /// The symbol that the library has it by.
  public var linkName: String
  /// The arguments in order.
  public var arguments: [FortranVariable]
  /// What a function returns; nil for a subroutine.
  public var result: FortranVariable?
  /// Whether it is called as C calls: `bind(C)`.
  public var isBindC: Bool

  /// Makes a procedure.
  ///
  /// - Parameter linkName: the symbol; the one that gfortran gives it where it is nil.
  public init(
    name: String, module: String? = nil, linkName: String? = nil, arguments: [FortranVariable],
    result: FortranVariable? = nil, isBindC: Bool = false
  ) {
    self.name = name
    self.module = module
    self.linkName =
      linkName ?? (isBindC ? name : FortranProcedure.linkName(name, module: module))
    self.arguments = arguments
    self.result = result
    self.isBindC = isBindC
  }

  /// The name with its module, as a call spells it: `geo.scale`, `dgesv`.
  public var qualifiedName: String { module.map { "\($0).\(name)" } ?? name }

  /// Whether this is a function.
  public var isFunction: Bool { result != nil }

  /// The interface that an argument of a name has, where it is this one's.
  func asArgument(_ argument: String) -> FortranProcedure {
    var procedure = FortranProcedure(
      name: argument, arguments: arguments, result: result, isBindC: isBindC)
    if result?.name == name { procedure.result?.name = argument }
    return procedure
  }

  /// The symbol that gfortran gives to a procedure or a variable of this name, in lower case.
  ///
  /// `dgesv` is `dgesv_`, and `scale` of the module `geo` is `__geo_MOD_scale`. A variable has a
  /// module, or is a common block.
  public static func linkName(_ name: String, module: String? = nil) -> String {
    module.map { "__\($0)_MOD_\(name)" } ?? "\(name)_"
  }

  /// The module and the name that a symbol of gfortran's stands for; nil for any other symbol.
  public static func procedure(ofSymbol symbol: String) -> (module: String?, name: String)? {
    let bytes = [UInt8](symbol.utf8)
    let separator = [UInt8]("_MOD_".utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    if bytes.starts(with: [0x5F, 0x5F] as [UInt8]) {
      var index = 3
      while index + separator.count < bytes.count {
        if bytes[index..<index + separator.count].elementsEqual(separator) {
          return (text(2..<index), text(index + separator.count..<bytes.count))
        }
        index += 1
      }
      return nil
    }
    guard bytes.count > 1, bytes.last == UInt8(ascii: "_"), bytes[0] != UInt8(ascii: "_") else {
      return nil
    }
    return (nil, text(0..<bytes.count - 1))
  }
}
