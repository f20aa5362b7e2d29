/// A derived type with its components.
public struct FortranDerivedType: Hashable, Sendable {
  /// The name, in lower case.
  public var name: String
  /// The module that it is in.
  public var module: String?
  /// The components in order.
  public var components: [FortranVariable]

  /// Makes a derived type.
  public init(name: String, module: String? = nil, components: [FortranVariable]) {
    self.name = name
    self.module = module
    self.components = components
  }
}

/// A variable of a module.
public struct FortranModuleVariable: Hashable, Sendable {
  /// The module.
  public var module: String
  /// The variable.
  public var variable: FortranVariable
  /// The symbol that the library has it by.
  public var linkName: String

  /// Makes a variable of a module, whose symbol is gfortran's where none is given.
  public init(module: String, variable: FortranVariable, linkName: String? = nil) {
    self.module = module
    self.variable = variable
    self.linkName = linkName ?? FortranProcedure.linkName(variable.name, module: module)
  }

  /// The name with its module: `geo.count`.
  public var qualifiedName: String { "\(module).\(variable.name)" }
}

/// A common block: variables that lie one behind the other under one symbol.
public struct FortranCommonBlock: Hashable, Sendable {
  /// The block's name, in lower case; nil for blank common.
  public var name: String?
  /// The variables in order.
  public var variables: [FortranVariable]
  /// The symbol that the library has it by.
  public var linkName: String

  /// Makes a common block, whose symbol is gfortran's where none is given.
  public init(name: String?, variables: [FortranVariable], linkName: String? = nil) {
    self.name = name
    self.variables = variables
    self.linkName = linkName ?? name.map { FortranProcedure.linkName($0) } ?? "__BLNK__"
  }
}
