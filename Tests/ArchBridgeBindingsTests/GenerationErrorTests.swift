import ArchBridge
import ArchBridgeCommands
import ArchBridgeGenerator
import Foundation
import Synchronization
import Testing

@testable import ArchBridgeBindings

/// What is wrong is said when generating, not when calling.
@Suite struct GenerationErrorTests {
  /// What an error says, without what a description of it adds.
  private func text(_ error: (any Error)?) -> String {
    error.map { "\($0)".replacing("\\", with: "") } ?? "none"
  }

  @Test func `a function that the library does not export is an error`() {
    #expect(throws: BindingsError("libvendor.so does not export one, three", isMissing: true)) {
      try Bindings(
        "int one(void); int two(void); extern int three;", exports: ["two"])
    }
  }

  @Test func `what the library does not export can be left out`() throws {
    let bindings = try Bindings(
      "int one(void); int two(void);", exports: ["two"], allowsMissing: true)
    #expect(bindings.functions == ["two"])
    #expect(bindings.missing == ["one"])
  }

  @Test func `a header that is no C is an error with clang's own words`() {
    let error = #expect(throws: (any Error).self) { try Bindings("int one(unknown x);") }
    #expect(text(error).contains("unknown type name 'unknown'"))
  }

  @Test(arguments: [
    ("Functions: [{Name: two}]", "there is no function 'two' in the header"),
    ("Functions: [{Name: one, Swiftname: x}]", "one has the unknown key 'Swiftname'"),
    ("Functions: [{Name: one, ArchBridge: [state=zero]}]", "one: 'state=zero' is no annotation"),
    (
      "Functions: [{Name: one, Parameters: [{Position: 1, NoEscape: true}]}]",
      "'one' has no parameter at position 1"
    ),
    ("Functions: [{Name: one, NullabilityOfRet: Never}]", "'Never' is no nullability"),
    ("Tags: [{Name: one}]", "there is no struct, union or enum 'one'"),
    ("Typedefs: [{Name: one}]", "there is no typedef 'one'"),
    ("Globals: [{Name: one}]", "there is no variable or constant 'one'"),
    ("Enumerators: [{Name: one}]", "there is no enumerator 'one'"),
    ("Functions: [{SwiftName: one}]", "an entry has no Name"),
    ("Functions: {", "did not find expected"),
  ])
  func `notes that do not fit the header are an error`(_ notes: String, _ message: String) {
    let error = #expect(throws: (any Error).self) { try Bindings("int one(int x);", notes: notes) }
    #expect(text(error).contains(message))
  }

  @Test(arguments: [
    ("ArchBridge: [status=zeroo]", "'status=zeroo' is no rule"),
    ("ArchBridge: [\"status=in()\"]", "'status=in()' is no rule"),
    ("ArchBridge: [status=nonnull]", "'status=nonnull' is for pointers"),
    ("ArchBridge: [status=zero, message=eror]", "'message=eror' names no function"),
    (
      "ArchBridge: [status=zero, message=two]",
      "'message=two' names a function that returns no text"
    ),
    ("ArchBridge: [status=zero, message=of]", "'message=of' names a function that takes more"),
    ("ArchBridge: [message=error]", "'message=error' says nothing without"),
    ("ArchBridge: [free=nope]", "'free=nope' names no function"),
    ("Parameters: [{Position: 0, ArchBridge: [out]}]", "'out' is for what can change"),
    ("Parameters: [{Position: 2, ArchBridge: [out]}]", "'out' is for pointers"),
    ("Parameters: [{Position: 1, ArchBridge: [in, out]}]", "only one of in, out"),
    ("Parameters: [{Position: 1, ArchBridge: [counted_by=cnt]}]", "no parameter 'cnt'"),
    (
      "Parameters: [{Position: 2, BoundsSafety: {Kind: counted_by, BoundedBy: n}}]",
      "'counted_by' is for pointers"
    ),
    ("Parameters: [{Position: 1}, {Position: 1}]", "two entries for parameter 1"),
    ("}, {Name: one", "'one' has two entries"),
    ("}, {Name: text, ArchBridge: [status=zero]", "'status=zero' is for numbers"),
    ("}, {Name: nothing, ArchBridge: [status=zero]", "it returns neither"),
  ])
  func `notes that make no sense are an error`(_ notes: String, _ message: String) {
    let header = """
      int one(const char *name, double *values, int n);
      int two(int x);
      const char *error(int status), *text(void), *of(short *x);
      void nothing(void);
      """
    let separator = notes.hasPrefix("}") ? "" : ", "
    let error = #expect(throws: (any Error).self) {
      try Bindings(header, notes: "Functions: [{Name: one\(separator)\(notes)}]")
    }
    #expect(text(error).contains(message))
  }

  @Test func `notes that make sense are none`() throws {
    let notes = """
      Functions:
      - Name: one
        ArchBridge: ["status=in(100, 101),errno", message=error]
        Parameters:
        - {Position: 1, ArchBridge: [out, counted_by=2 * n]}
      - {Name: text, ArchBridge: [status=nonnull, free=free]}
      """
    let bindings = try Bindings(
      """
      int one(const char *name, double *values, int n);
      const char *error(int status), *text(void);
      """, notes: notes)
    #expect(bindings.functions == ["one", "error", "text"])
  }

  @Test func `a record that clang lays out in another way is an error`() throws {
    var header = Header()
    header.records["pair"] = HeaderRecord(
      kind: .structure, key: "pair", place: "@1:1", tag: "pair",
      members: [
        .init(name: "a", type: .scalar(.int), isConst: false, isPacked: false),
        .init(name: "b", type: .scalar(.double), isConst: false, isPacked: false),
      ], isComplete: true, isOwn: true, hasSpelling: true)
    header.recordOrder = ["pair"]
    let layouts = RecordLayouts(
      """
      *** Dumping AST Record Layout
               0 | struct pair
               0 |   int a
               8 |   double b
                 | [sizeof=12, align=4]
      """)
    let options = Bindings.Options(
      name: "Pair", library: "libpair.so", architecture: .i386, command: "", headers: [])
    #expect(
      throws: BindingsError(
        "the offset in bits of 'b' of 'struct pair' is 32 for calls, and 64 for clang")
    ) {
      try Bindings(header, layouts: layouts, options: options)
    }
  }

  @Test(arguments: [
    (["nosuch.h", "--library", "libz.so.1", "--name", "Zlib"], "no header nosuch.h is here"),
    (["zlib.h", "--library", "libnosuch.so", "--name", "Zlib"], "no library libnosuch.so"),
    (["zlib.h", "--library", "libz.so.1", "--name", "z lib"], "'z lib' is no name"),
    (["zlib.h", "--library", "libz.so.1", "--name", "Zlib", "--strict"], "1 declaration"),
    (
      ["zlib.h", "--library", "libz.so.1", "--name", "Zlib", "--apinotes", "/nosuch"],
      "/nosuch cannot be read"
    ),
    (["math.h", "--library", "libm.so.6", "--name", "Math"], "--allow-missing leaves out"),
  ])
  func `the command says what is wrong`(_ arguments: [String], _ message: String) {
    let printed = Mutex("")
    let code = ArchBridgeTool.run(
      ["generate"] + arguments,
      console: Console(output: { _ in }, error: { text in printed.withLock { $0 += text } }))
    #expect(code != 0)
    #expect(printed.withLock { $0 }.contains(message))
  }
}
