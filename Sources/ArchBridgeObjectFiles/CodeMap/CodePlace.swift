/// What an address of code belongs to: a function, and a line of the source where that is known.
public struct CodePlace: Hashable, Sendable {
  /// The function's name as the file has it, without a version; C++ names are mangled.
  public let function: String?
  /// How many bytes the address is behind the function's start; zero without a function.
  public let functionOffset: UInt64
  /// The path of the source file, as it was where the file was compiled.
  ///
  /// It is absolute wherever the folder of the compilation is known.
  public let file: String?
  /// The line, counted from one; `nil` is code that belongs to no line.
  public let line: Int?

  /// Makes a place from its parts.
  public init(
    function: String? = nil, functionOffset: UInt64 = 0, file: String? = nil, line: Int? = nil
  ) {
    self.function = function
    self.functionOffset = functionOffset
    self.file = file
    self.line = line
  }
}
