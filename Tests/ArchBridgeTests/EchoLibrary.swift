import ArchBridge
import Foundation
import TestSupport

/// A library that gives random structures and unions back, by value, by pointer and through a
/// callback.
struct EchoLibrary {
  let declarations: String
  let records: [RandomRecord]
  private let source: String

  init(seed: UInt64, count: Int) {
    // An empty record, or one that ends without length, has no bytes of its own to give back.
    var generator = RandomRecordGenerator(
      seed: seed, features: RandomRecordFeatures.all.subtracting([.flexibleArrays, .empty]))
    records = (0..<count).map { _ in generator.next() }
    var declarations = RandomRecordGenerator.preamble
    var source = RandomRecordGenerator.preamble
    for (index, record) in records.enumerated() {
      let type = record.spelling
      declarations += record.definition
      declarations += """
        \(type) value_\(index)(\(type) v);
        \(type) between_\(index)(double a, \(type) v, long long b, double *sum);
        void pointer_\(index)(\(type) *to, const \(type) *from);
        void called_\(index)(\(type) (*function)(int, \(type), double), const \(type) *v, \(type) *r);

        """
      source += record.definition
      source += """
        \(type) value_\(index)(\(type) v) { return v; }
        \(type) between_\(index)(double a, \(type) v, long long b, double *sum) {
          *sum = a + b;
          return v;
        }
        void pointer_\(index)(\(type) *to, const \(type) *from) {
          __builtin_memcpy(to, from, sizeof *to);
        }
        void called_\(index)(\(type) (*function)(int, \(type), double), const \(type) *v, \(type) *r) {
          \(type) result = function(-5, *v, 0.25);
          __builtin_memcpy(r, &result, sizeof result);
        }

        """
    }
    (self.declarations, self.source) = (declarations, source)
  }

  /// Compiles the library, and calls `body` with a client of it.
  func load(with compiler: CCompiler, _ body: (LibraryClient) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "archbridge-echo-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/libecho.so"
    try compiler.makeLibrary(of: source, at: path)
    let architecture: Architecture = compiler.isI386 ? .i386 : .x86_64
    try withLibrary(path, configuration: .init(architecture: architecture)) { lib in
      try lib.declare(declarations)
      try body(lib)
    }
  }

  /// A structure with values made up for all its members.
  static func filled(
    _ type: String, _ lib: LibraryClient, _ declarations: CDeclarations, _ model: DataModel,
    _ random: inout SeededGenerator
  ) throws -> Structure {
    var structure = try lib.structure(type)
    let layout = try declarations.layout(of: declarations.type(type), in: model)
    try fill(&structure, "", layout, declarations, model, &random)
    return structure
  }

  private static func fill(
    _ structure: inout Structure, _ prefix: String, _ layout: CRecordLayout,
    _ declarations: CDeclarations, _ model: DataModel, _ random: inout SeededGenerator
  ) throws {
    for member in layout.members {
      try fill(
        &structure, prefix + member.name, member.type, member.bitCount, declarations, model,
        &random)
    }
  }

  private static func fill(
    _ structure: inout Structure, _ path: String, _ type: CType, _ bitCount: Int?,
    _ declarations: CDeclarations, _ model: DataModel, _ random: inout SeededGenerator
  ) throws {
    switch type.resolved {
    case .record:
      let layout = try declarations.layout(of: type, in: model)
      try fill(&structure, path + ".", layout, declarations, model, &random)
    case .array(let element, let count):
      for index in 0..<(count ?? 0) {
        try fill(
          &structure, "\(path)[\(index)]", element, nil, declarations, model, &random)
      }
    case .complex(.float): try structure.set(path, Complex<Float>(random.small(), random.small()))
    case .complex(.double):
      try structure.set(path, Complex<Double>(random.small(), random.small()))
    case .complex: try structure.set(path, Complex<Float80>(random.small(), random.small()))
    case .scalar(.float): try structure.set(path, random.small() as Float)
    case .scalar(.double): try structure.set(path, random.small() as Double)
    case .scalar(.longDouble): try structure.set(path, random.small() as Float80)
    case .scalar(.bool): try structure.set(path, Bool.random(using: &random))
    case .pointer:
      try structure.set(path, RemoteAddress(rawValue: UInt64.random(in: 0...0xFFFF_FFFF)))
    default:
      // Whatever the width and the sign are, one of these fits.
      let limit = Int64(1) << Int64(min((bitCount ?? 7) - 1, 40))
      let value = Int64.random(in: 0..<max(limit, 1), using: &random)
      try structure.set(path, value)
      if value > 0, Bool.random(using: &random) { try? structure.set(path, -value) }
    }
  }
}

extension SeededGenerator {
  fileprivate mutating func small<Number: BinaryFloatingPoint>() -> Number {
    Number(Int.random(in: -1_000_000...1_000_000, using: &self)) / 8
  }
}
