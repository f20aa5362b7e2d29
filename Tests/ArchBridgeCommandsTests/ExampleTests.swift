import Foundation
import Testing

/// The examples, as programs of their own.
@Suite(.enabled(if: Fixtures.areThere)) struct ExampleTests {
  @Test func `the first program`() throws {
    let output = try run("first-program")
    #expect(output.hasPrefix("32-bit zlib 1."))
    #expect(output.hasSuffix(" says that the checksum is 907060870\n"))
  }

  @Test func `a client of one's own`() throws {
    let output = try run("adder-example", Fixtures.folder.appending(path: "i386").path)
    #expect(
      output == """
        in turn: 3 3.75
        1 + 2 + … + 100 = 5050
        refused: add: argument 'a' is 3000000000; 'int' holds -2147483648 to 2147483647

        """)
  }

  @Test func `the demo`() throws {
    let output = try run("archbridge-demo")
    for line in [
      "  b.value", "    → [0.8, 1.4]", "  try zlib.crc32(0, \"hello\", 5) as UInt32",
      "    → 907060870", "  try adder.add(1, 2) as Int32", "    → 3",
      "    → coz: no function coz is in libm.so.6; did you mean cos?",
    ] {
      #expect(output.contains(line + "\n"), "\(line)")
    }
  }

  @Test func `limits, deaths and restarts`() throws {
    let output = try run("failures-example")
    #expect(
      output == """
        sleep: the call did not return within 0.05 seconds; the helper has been ended
        seconds left: 0
        sem_wait took longer than 0.05 seconds: sem_post was called, and sem_wait returned; the helper goes on
        abort: the helper ended: signal 6 (Aborted)
        the model is wing
        cancelled: sleep
        another helper: true

        """)
  }

  @Test func `a C++ library`() throws {
    let output = try run("cplusplus-example", Fixtures.folder.appending(path: "i386").path)
    #expect(
      output == """
        read: 10.0 10.5
        boiler reads 6.0
        alive: 1 largest: 5
        length: 25.0
        vendor::Gauge::Gauge(char const*, double): threw std::invalid_argument: a scale of 0
        std::invalid_argument - a scale of 0
        still there: 15.0
        symbolNotFound
        sum: 15.0
        left: 0

        """)
  }

  @Test func `clients that start warm`() throws {
    let output = try run("warm-example")
    #expect(
      output == """
        one: 2053932785
        two: 298486374
        three: 107872793
        still there: true

        """)
  }

  @Test func `a generated client of SQLite`() throws {
    let output = try run("sqlite-example")
    #expect(
      output == """
        the third row: ["2", "Größe 3", "3.0"]
        10000 rows, 74992500.0 volts in all
        sqlite3_exec: no such table: no_such_table (it returned 1)

        """)
  }

  @Test func `a generated client of NLopt`() throws {
    let output = try run("nlopt-example")
    #expect(
      output == """
        at [0.3333, 0.2963] the function is 0.5443
        XTOL_REACHED after 11 evaluations

        """)
  }

  @Test func `a generated client of LAPACK's Fortran`() throws {
    let output = try run("lapack-example")
    #expect(
      output == """
        x has the shape [2, 1], and info is 0
        1.6 0.0
        0.0 2.2
        the eigenvectors have the shape [3, 3]
        11.0: [0.0, 0.4472, 0.8944]
        1.0: [0.0, 0.8944, 0.4472]
        2.0: [1.0, 0.0, 0.0]
        blocks of 64

        """)
  }

  @Test func `many calls`() throws {
    let output = try run("speed-example")
    #expect(
      output == """
        one after another: 7505.0
        over an array: [1.0, 2.0, 3.0, 4.0]
        in a batch: 1.0

        """)
  }

  @Test func `large data`() throws {
    let output = try run("large-data-example")
    #expect(
      output == """
        compressed to less than a tenth: true
        the second thousand bytes have the checksum 501268548 true
        an array crosses in one copy: 1843687360
        more than 32 bits reach is an error: tooLarge

        """)
  }

  @Test func `a session that is recorded and replayed`() throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "archbridge-\(UUID()).archive")
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try run("recording-example", file.path)
    #expect(
      output == """
        recorded 907060870, replayed 907060870
        crc32: call 1: recorded crc32(0, "hello", 5), made crc32(0, "hallo", 5): argument 2 differs
        a client of one's own: 907060870
        crc32(0, "hello", 5) = 907060870

        """)
  }

  @Test func `a buffer that is too short`() throws {
    let output = try run("guarding-example")
    #expect(
      output == """
        3: Ada
        argument 1 ('text', 8 bytes) was written right past its end

        """)
  }

  @Test func `a sweep over LAPACK`() throws {
    let output = try run("sweep-example")
    #expect(
      output == """
        1000 models, from 0.0825 to 0.1561
        the same again: true, told at [250, 500, 750, 1000]
        20 masses: 0.1531
        0 masses: inputs[1]: a chain has at least one mass
        40 masses: 0.0776
        below 0.05 there are more than 60 masses: true
        one job: LAPACK 3

        """)
  }

  /// Runs a program that was built beside the tests, and returns what it printed.
  func run(_ name: String, _ arguments: String...) throws -> String {
    let program = try Program(name, arguments, input: "")
    #expect(program.exitCode == 0, "\(program.error)")
    return program.output
  }
}
