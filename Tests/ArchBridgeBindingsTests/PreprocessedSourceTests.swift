import Testing

@testable import ArchBridgeBindings

/// Headers after the preprocessor.
@Suite struct PreprocessedSourceTests {
  private static let source = PreprocessedSource(
    [UInt8](
      """
      # 1 "/vendor/meter.h" 1
      # 1 "/usr/include/stddef.h" 1 3
      #define SYSTEM 1
      int system;
      # 2 "/vendor/meter.h" 2
      #define LIMIT 10 /* the most */
      #define CALL(x) x
      /* Opens
         it. */
      int open; // behind
      #pragma pack(push, 2)
      char *text = "/* no comment */";
      #pragma pack(pop)
      # 1 "/vendor/parts/part.h" 1
      // One.
      // Two.
      int part;
      # 1 "/elsewhere/other.h" 1
      int other;
      """.utf8), headers: ["/vendor/meter.h"])

  private func offset(_ text: String) throws -> Int {
    let code = String(decoding: Self.source.code, as: UTF8.self)
    let range = try #require(code.firstRange(of: text))
    return code.utf8.distance(from: code.startIndex, to: range.lowerBound)
  }

  @Test(arguments: [
    ("int system", false), ("int open", true), ("int part", true), ("int other", false),
  ])
  func `headers beside the one that was named belong to it`(
    _ text: String, _ isOwn: Bool
  ) throws {
    #expect(Self.source.isOwn(try offset(text)) == isOwn)
  }

  @Test func `macros without parameters are found, with their comments`() {
    #expect(Self.source.macros.map(\.name) == ["LIMIT"])
    #expect(Self.source.macros.first?.body == "10")
    #expect(Self.source.macros.first?.comment == "/* the most */")
  }

  @Test func `a comment belongs to what follows it at once, or stands before it on its line`()
    throws
  {
    #expect(
      Self.source.comment(before: try offset("int open")) == "/* Opens\n   it. */")
    #expect(Self.source.comment(after: try offset("int open") + 8) == "// behind")
    #expect(Self.source.comment(before: try offset("char *text")) == nil)
    #expect(Self.source.comment(before: try offset("int part")) == "// One.\n// Two.")
  }

  @Test func `what clang reads has no comments, and texts as they were`() throws {
    let code = String(decoding: Self.source.code, as: UTF8.self)
    #expect(code.contains("\"/* no comment */\""))
    #expect(!code.contains("behind"))
    #expect(code.contains("#pragma pack(push, 2)"))
  }

  @Test func `what pragmas say of packing is known everywhere`() throws {
    #expect(Self.source.packAlignment(at: try offset("char *text")) == 2)
    #expect(Self.source.packAlignment(at: try offset("int part")) == nil)
  }
}
