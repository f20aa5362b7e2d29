import ArchBridge
import Testing

/// An integer type of C's, with what a test needs to know of it.
struct IntegerType: Sendable, CustomTestStringConvertible {
  /// C's spelling.
  let spelling: String
  /// The end of the names of its functions in the `scalars` library.
  let name: String
  /// The width; nil for that of a pointer.
  let fixedBitCount: Int?
  let isSigned: Bool

  init(_ spelling: String, _ fixedBitCount: Int?, isSigned: Bool = true) {
    self.spelling = spelling
    self.name = spelling.split(separator: " ").joined(separator: "_")
    self.fixedBitCount = fixedBitCount
    self.isSigned = isSigned
  }

  static let all = [
    IntegerType("char", 8), IntegerType("signed char", 8),
    IntegerType("unsigned char", 8, isSigned: false),
    IntegerType("short", 16), IntegerType("unsigned short", 16, isSigned: false),
    IntegerType("int", 32), IntegerType("unsigned int", 32, isSigned: false),
    IntegerType("long", nil), IntegerType("unsigned long", nil, isSigned: false),
    IntegerType("long long", 64), IntegerType("unsigned long long", 64, isSigned: false),
    IntegerType("size_t", nil, isSigned: false), IntegerType("ptrdiff_t", nil),
    IntegerType("intptr_t", nil),
    IntegerType("int8_t", 8), IntegerType("uint8_t", 8, isSigned: false),
    IntegerType("int16_t", 16), IntegerType("uint16_t", 16, isSigned: false),
    IntegerType("int32_t", 32), IntegerType("uint32_t", 32, isSigned: false),
    IntegerType("int64_t", 64), IntegerType("uint64_t", 64, isSigned: false),
  ]

  var testDescription: String { spelling }

  /// The declarations of the type's functions.
  var declarations: String {
    """
    \(spelling) echo_\(name)(\(spelling) value);
    \(spelling) lowest_\(name)(void);
    \(spelling) highest_\(name)(void);
    unsigned width_\(name)(void);
    """
  }

  func bitCount(_ architecture: Architecture) -> Int {
    fixedBitCount ?? (architecture == .i386 ? 32 : 64)
  }

  func lowest(_ architecture: Architecture) -> Int64 {
    isSigned ? Int64.min >> Int64(64 - bitCount(architecture)) : 0
  }

  func highest(_ architecture: Architecture) -> UInt64 {
    UInt64.max >> UInt64(64 - bitCount(architecture) + (isSigned ? 1 : 0))
  }

  /// Every type on every architecture, one past whose highest value can be written down.
  static let withOneAbove = Architecture.all.flatMap { architecture in
    all.filter { $0.highest(architecture) < .max }.map { ($0, architecture) }
  }

  /// Every type on every architecture, one below whose lowest value can be written down.
  static let withOneBelow = Architecture.all.flatMap { architecture in
    all.filter { $0.lowest(architecture) > .min }.map { ($0, architecture) }
  }
}
