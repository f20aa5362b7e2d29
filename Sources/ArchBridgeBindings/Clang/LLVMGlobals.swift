internal import ArchBridgeABI

/// The constants of a module in LLVM's assembly.
struct LLVMGlobals {
  /// A constant: its type, and its value as the text has it.
  struct Value {
    let type: Substring
    let text: Substring

    var integer: Int64? { type.hasPrefix("i") ? Int64(text) : nil }

    /// The value as a constant of the C type `scalar`; a text or an address where that is nil.
    func constant(_ scalar: CScalar?, _ globals: LLVMGlobals) -> HeaderConstant.Value? {
      switch scalar {
      case nil: return address(globals)
      case .float?: return floatingPoint.map { .float(Float($0)) }
      case .double?: return floatingPoint.map { .double($0) }
      case let scalar?: return integer(scalar)
      }
    }

    private func integer(_ scalar: CScalar) -> HeaderConstant.Value? {
      if type == "i1" { return .integer(scalar, text == "true" ? 1 : 0) }
      guard type.hasPrefix("i"), let bits = Int(type.dropFirst()), let value = Int64(text) else {
        return nil
      }
      if scalar.isSigned || value >= 0 { return .integer(scalar, value) }
      if bits == 64 { return .large(UInt64(bitPattern: value)) }
      return .integer(scalar, value + (1 << Int64(bits)))
    }

    /// Whether it is the address of a text, or of an array of wide characters.
    var isLiteral: Bool { type == "ptr" && text.hasPrefix("@.str") }

    private var floatingPoint: Double? {
      if text.hasPrefix("0x") {
        return UInt64(text.dropFirst(2), radix: 16).map { Double(bitPattern: $0) }
      }
      return Double(text)
    }

    private func address(_ globals: LLVMGlobals) -> HeaderConstant.Value? {
      guard type == "ptr" else { return nil }
      if text == "null" { return .address(0) }
      if text.hasPrefix("@") {
        return globals.texts[String(text.dropFirst())].map { .text($0) }
      }
      // inttoptr (i32 -1 to ptr)
      let words = text.split { $0 == " " || $0 == "(" || $0 == ")" }
      guard words.first == "inttoptr", words.count >= 3, let value = Int64(words[2]) else {
        return nil
      }
      let bits = UInt64(bitPattern: value)
      return .address(words[1] == "i32" ? bits & 0xFFFF_FFFF : bits)
    }
  }

  private(set) var values: [String: Value] = [:]
  private(set) var texts: [String: String] = [:]

  init(_ code: String) {
    for line in code.split(separator: "\n") where line.hasPrefix("@") {
      guard let equals = line.firstRange(of: " = "),
        let constant = line.firstRange(of: " constant ")
      else { continue }
      let name = String(line[..<equals.lowerBound].dropFirst())
      let rest = line[constant.upperBound...]
      if rest.hasPrefix("[") {
        texts[name] = Self.text(rest)
      } else if let space = rest.firstIndex(of: " ") {
        let value = rest[rest.index(after: space)...]
        let end = value.firstRange(of: ", align")?.lowerBound ?? value.endIndex
        values[name] = Value(type: rest[..<space], text: value[..<end])
      }
    }
  }

  /// The text that `[6 x i8] c"hello\00"` is, without its NUL.
  private static func text(_ constant: Substring) -> String? {
    guard constant.contains(" x i8] ") else { return nil }
    if constant.contains("zeroinitializer") { return "" }
    guard let open = constant.firstRange(of: "c\""), let close = constant.lastIndex(of: "\"") else {
      return nil
    }
    var bytes: [UInt8] = []
    var rest = constant[open.upperBound..<close].utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.first == byte {
        bytes.append(byte)
        rest = rest.dropFirst()
      } else if byte == UInt8(ascii: "\\"), rest.count >= 2 {
        guard let value = UInt8(Substring(rest.prefix(2)), radix: 16) else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    guard bytes.last == 0 else { return nil }
    return String(validating: bytes.dropLast(), as: UTF8.self)
  }
}
