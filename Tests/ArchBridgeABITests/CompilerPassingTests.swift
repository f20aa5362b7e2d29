import ArchBridgeABI
import TestSupport
import Testing

/// How random records are passed on x86-64, compared with what compilers do with them.
struct CompilerPassingTests {
  @Test(
    arguments: CCompiler.all.filter { $0.isThere && !$0.isI386 },
    [1, UInt64.random(in: 2 ... .max)])
  func `random records take the registers that the compiler gives them`(
    compiler: CCompiler, seed: UInt64
  ) throws {
    var generator = RandomRecordGenerator(seed: seed)
    let records = (0..<800).map { _ in generator.next() }
    let text = RandomRecordGenerator.preamble + records.map(\.definition).joined()
    var declarations = CDeclarations()
    try declarations.parse(text)
    var passed: [(record: RandomRecord, passing: CPassing)] = []
    for record in records {
      let type = try declarations.type(record.spelling)
      // What is refused may be passed differently by each compiler.
      guard let passing = try? declarations.passing(of: type, on: .x86_64) else { continue }
      passed.append((record, passing))
    }
    #expect(passed.count > 300)
    let source = PassingProgram(passed.map(\.record.spelling), after: text).source
    let lines = try compiler.output(of: source).split(separator: "\n")
    try #require(lines.count == passed.count)
    for (entry, line) in zip(passed, lines) {
      #expect(
        PassingProgram.line(for: entry.passing) == line,
        "seed \(seed): \(entry.record.definition)")
    }
  }
}
