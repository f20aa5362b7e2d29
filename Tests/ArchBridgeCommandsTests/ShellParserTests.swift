import ArchBridgeGenerator
import Testing

@testable import ArchBridgeCommands

@Suite struct ShellParserTests {
  @Test(arguments: [
    ("", ShellStatement.nothing),
    ("  ", .nothing),
    ("quit", .quit),
    ("exit", .quit),
    ("help", .help(nil)),
    ("help add", .help("add")),
    ("load libz.so.1", .load("libz.so.1")),
    ("load \"a b.so\"", .load("a b.so")),
    ("int add(int a, int b);", .declare("int add(int a, int b);")),
    ("declare int add(int a, int b)", .declare("int add(int a, int b)")),
    ("struct p { int x; };", .declare("struct p { int x; };")),
    ("add(1, 2)", .show(.literal(.call("add", [.word("1"), .word("2")])))),
    ("add(1, 2);", .show(.literal(.call("add", [.word("1"), .word("2")])))),
    ("add (1)", .show(.literal(.call("add", [.word("1")])))),
    ("f()", .show(.literal(.call("f", [])))),
    (
      "f(g(1), \"a, b)\")", .show(.literal(.call("f", [.call("g", [.word("1")]), .text("a, b)")])))
    ),
    (
      "f({1, y: [2, 3]})",
      .show(
        .literal(
          .call(
            "f",
            [
              .members([
                .init(nil, .word("1")), .init("y", .list([.word("2"), .word("3")])),
              ])
            ])))
    ),
    ("f(out s[3], -1)", .show(.literal(.call("f", [.word("out s[3]"), .word("-1")])))),
    ("info.serial", .show(.literal(.word("info.serial")))),
    ("x;", .show(.literal(.word("x")))),
    ("read(3)", .show(.literal(.call("read", [.word("3")])))),
    ("read p 4 unsigned int", .show(.read(address: "p", count: 4, type: "unsigned int"))),
    ("read p", .show(.read(address: "p", count: nil, type: nil))),
    ("read p text", .show(.read(address: "p", count: nil, type: "text"))),
    ("z = (1.5, 2)", .set("z", .literal(.pair(.word("1.5"), .word("2"))))),
  ])
  func `a line is a statement`(_ line: String, _ statement: ShellStatement) throws {
    #expect(try ShellParser.statement(line) == statement)
  }

  @Test(arguments: [
    ("x = 3", "x", ""), ("x=f(1);", "x", ""), ("info.a.b = 3", "info", "a.b"),
    ("a[2] = \"b = c\"", "a", "[2]"),
  ])
  func `a value is kept`(_ line: String, _ name: String, _ members: String) throws {
    guard case .set(let path, _) = try ShellParser.statement(line) else {
      Issue.record("\(line) keeps nothing")
      return
    }
    #expect(path.name == name && path.members == members)
  }

  @Test(arguments: [
    ("quit = 3", "quit"), ("load", "library"), ("declare", "declaration"), ("read", "address"),
    ("f(1", ")"), ("f(1) 2", "too much"), ("f(1,)", "missing"), ("f(\"a)", "\""),
    ("f(\"\\q\")", "\\q"), ("x =", "missing"), ("(1, 2, 3)", "two parts"),
  ])
  func `what is no statement is said`(_ line: String, _ word: String) {
    #expect {
      try ShellParser.statement(line)
    } throws: {
      ($0 as? CommandFailure)?.message.contains(word) == true
    }
  }

  @Test(arguments: [
    (["a"], ["a"]), (["f(1,", "2)", "b"], ["f(1,\n2)", "b"]), (["# a", "b # c"], ["", "b "]),
    (["f(\"#\")"], ["f(\"#\")"]), (["x#y"], ["x#y"]), (["f(\"(\")", "b"], ["f(\"(\")", "b"]),
    (["f(\"\\\"(\")"], ["f(\"\\\"(\")"]),
    (
      ["struct p {", "int x; # first", "};"],
      ["struct p {\nint x; \n};"]
    ), (["a)", "b"], ["a)", "b"]),
  ])
  func `a statement goes on while brackets are open`(_ lines: [String], _ statements: [String]) {
    var shell = ShellLines()
    #expect(lines.compactMap { shell.add($0) } == statements)
    #expect(!shell.isOpen)
  }
}

extension ShellStatement {
  /// Setting a whole variable.
  fileprivate static func set(_ name: String, _ expression: ShellExpression) -> ShellStatement {
    ShellPath(name).map { .set($0, expression) } ?? .nothing
  }
}
