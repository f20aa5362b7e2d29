import ArchBridge
import TestSupport
import Testing

/// What went wrong with a record.
private struct EchoFailure: Error, CustomStringConvertible {
  let description: String
}

/// Random structures and unions go through libraries that GCC and Clang have compiled, and come
/// back as they went.
@Suite(.timeLimit(.minutes(5))) struct EchoTests {
  private static let count = 500

  /// Whether the compiler passes a union otherwise than the ABI says.
  ///
  /// Clang for i386 passes the largest member alone of a short union whose members' sizes add up to
  /// its own. As they lie in one place, only an `aligned` attribute can make that so.
  private func isCutShort(
    _ type: String, by compiler: CCompiler, _ declarations: CDeclarations
  ) throws -> Bool {
    guard compiler.description.hasPrefix("clang"), compiler.isI386, type.hasPrefix("union") else {
      return false
    }
    let layout = try declarations.layout(
      of: declarations.type(type), in: Architecture.i386.dataModel)
    var sum = 0
    for member in layout.members {
      switch member.type.resolved {
      case .scalar, .complex, .enumeration, .pointer: break
      default: return false
      }
      guard member.bitCount == nil else { return false }
      sum += try declarations.extent(of: member.type, in: Architecture.i386.dataModel).byteCount
    }
    return layout.members.count > 1 && sum == layout.byteCount && sum <= 16
  }

  @Test(arguments: CCompiler.all.filter(\.isThere))
  func `structures come back by value, by pointer and through a callback`(
    _ compiler: CCompiler
  ) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    // What a crash leaves is only what was printed before.
    print("EchoTests: \(compiler), seed \(seed)")
    let library = EchoLibrary(seed: seed, count: Self.count)
    let architecture: Architecture = compiler.isI386 ? .i386 : .x86_64
    var declarations = CDeclarations()
    try declarations.parse(library.declarations)
    var random = SeededGenerator(seed: seed)
    var wrong: [String] = []
    var valueCount = 0
    try library.load(with: compiler) { lib in
      for (index, record) in library.records.enumerated() {
        let type = record.spelling
        let sent = try EchoLibrary.filled(
          type, lib, declarations, architecture.dataModel, &random)
        func check(_ way: String, _ received: Structure) {
          if "\(received)" != "\(sent)" {
            wrong.append("\(way): \(record.definition) \(sent) came back as \(received)")
          }
        }
        let place = InOut(try lib.structure(type))
        try lib.call("pointer_\(index)", place, sent)
        check("pointer", place.value)
        let extent = try declarations.extent(
          of: declarations.type(type), in: architecture.dataModel)
        guard extent.byteCount <= 65_536,
          (try? declarations.passing(of: declarations.type(type), on: architecture)) != nil
        else {
          expect(.unsupportedType, "by value") {
            let _: Structure = try lib.call("value_\(index)", sent)
          }
          continue
        }
        valueCount += 1
        if try isCutShort(type, by: compiler, declarations) { continue }
        func attempt(_ body: () throws -> Void) throws {
          do { try body() } catch {
            throw EchoFailure(description: "seed \(seed): \(record.definition)\n\(error)")
          }
        }
        let sum = Out<Double>()
        try attempt {
          check("value", try lib.call("value_\(index)", sent))
          check("between", try lib.call("between_\(index)", 0.5, sent, 1 << 40, sum))
        }
        #expect(sum.value == 0.5 + Double(1 << 40))
        let result = InOut(try lib.structure(type))
        try attempt {
          try lib.call(
            "called_\(index)",
            Callback { (before: Int32, given: Structure, after: Double) -> Structure in
              check("callback", given)
              #expect(before == -5 && after == 0.25)
              return given
            }, sent, result)
        }
        check("callback's result", result.value)
      }
    }
    #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(3).joined(separator: "\n"))")
    #expect(valueCount > Self.count / 2)
  }
}
