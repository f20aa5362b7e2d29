import ArchBridgeABI
import TestSupport
import Testing

/// Layouts of records that were made up, compared with what compilers make of them.
struct CompilerLayoutTests {
  @Test(
    arguments: CCompiler.all.filter(\.isThere), [1, UInt64.random(in: 2 ... .max)])
  func `random records are laid out as the compiler does`(
    compiler: CCompiler, seed: UInt64
  ) throws {
    var generator = RandomRecordGenerator(seed: seed)
    let records = (0..<500).map { _ in generator.next() }
    let text = RandomRecordGenerator.preamble + records.map(\.definition).joined()
    var declarations = CDeclarations()
    try declarations.parse(text)
    let lines = try compiler.output(of: LayoutProgram(records, after: text).source)
      .split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count > records.count)
    for (record, line) in zip(records, lines) {
      let type = try declarations.type(record.spelling)
      let layout = try declarations.layout(of: type, in: compiler.dataModel)
      #expect(
        LayoutProgram.line(for: record, layout) == line,
        "seed \(seed): \(record.definition)")
    }
  }
}

extension CCompiler {
  /// The data model of the compiler's target.
  var dataModel: DataModel { isI386 ? .i386 : .x86_64 }
}
