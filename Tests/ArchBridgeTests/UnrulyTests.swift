import ArchBridge
import Foundation
import Glibc
import Testing

/// A library that changes its process for the worse: the program and the next call are as before.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct UnrulyTests {
  /// What a library does, as C would spell the call.
  struct Deed: Sendable, CustomTestStringConvertible {
    var function: String
    var argument: Int?
    var testDescription: String { function + (argument.map { "(\($0))" } ?? "()") }

    init(_ function: String, _ argument: Int? = nil) {
      (self.function, self.argument) = (function, argument)
    }

    @discardableResult func run(_ lib: LibraryClient) throws -> Int {
      if let argument { return try lib.call(function, argument) }
      return try lib.call(function)
    }
  }

  private static let deeds = [
    Deed("ignore_signals"), Deed("reset_signals"), Deed("handle_signals"), Deed("block_signals"),
    Deed("start_timer"), Deed("close_by_loop"), Deed("close_from", 0), Deed("close_from", 3),
    Deed("close_by_range", 0), Deed("round_upwards"), Deed("take_exceptions"),
    Deed("lower_precision"), Deed("flush_to_zero"), Deed("change_mask", 0o777),
    Deed("new_namespaces"), Deed("lock_memory"), Deed("limit_files", 0),
    Deed("limit_file_size", 0), Deed("wipe_environment"), Deed("read_input"),
    Deed("start_threads", 8), Deed("end_thread"), Deed("jump_back"), Deed("open_terminal"),
  ]

  private static let declarations = """
    int count_up(void); double divide(double a, double b);
    double sum(const double *values, int number); const char *greeting(void);
    """

  /// Calls with every kind of value, and looks at the results.
  private func checkCalls(_ lib: LibraryClient, count: Int) throws {
    try lib.declare(Self.declarations)
    let counted: Int = try lib.count_up()
    let third: Double = try lib.divide(1.0, 3.0)
    let infinite: Double = try lib.divide(1.0, 0.0)
    let text: String = try lib.greeting()
    #expect(counted == count && third == 1.0 / 3.0 && infinite == .infinity && text == "hello")
    for length in [10, 1_000, 200_000] {
      let values = (0..<length).map { Double($0 % 7) }
      let total: Double = try lib.sum(values, length)
      #expect(total == values.reduce(0, +))
    }
    let memory = try lib.memory.allocate(copying: [1.5, 2.5])
    #expect(try lib.memory.read(Double.self, at: memory, count: 2) == [1.5, 2.5])
    try lib.memory.free(memory)
    let prepared = try lib.function("divide", as: ((Double, Double) -> Double).self)
    #expect(try prepared(1, 10) == 0.1)
  }

  @Test(arguments: deeds, Architecture.all)
  func `the next calls are as before`(_ deed: Deed, _ architecture: Architecture) throws {
    let configuration = LibraryClient.Configuration(
      output: OutputCapture().destination, timeout: .seconds(60))
    var helper: Int32 = 0
    try withFixture("unruly", architecture, configuration: configuration) { lib in
      helper = lib.helperProcessID
      try deed.run(lib)
      try checkCalls(lib, count: 1)
      try deed.run(lib)
      try checkCalls(lib, count: 2)
    }
    #expect(!processExists(helper))
  }

  @Test func `the program itself is not changed`() throws {
    let folder = FileManager.default.currentDirectoryPath
    try withFixture("unruly") { lib in
      for deed in Self.deeds { _ = try? deed.run(lib) }
      let _: Int? = try? lib.change_folder("/usr")
      let _: Int? = try? lib.change_name("someone else")
      let _: Int? = try? lib.change_locale("C.UTF-8")
    }
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &mask)
    let before = umask(0o22)
    umask(before)
    #expect(before != 0o777 && sigismember(&mask, SIGSEGV) == 0)
    #expect(FileManager.default.currentDirectoryPath == folder)
    #expect(fegetround() == FE_TONEAREST)
  }

  @Test(arguments: Architecture.all)
  func `each call begins with C's floating-point environment`(
    _ architecture: Architecture
  ) throws {
    try withFixture("unruly", architecture) { lib in
      for deed in ["round_upwards", "take_exceptions", "lower_precision", "flush_to_zero"] {
        let _: Int = try lib.call(deed)
        let control: UInt32 = try lib.float_control()
        #expect(control == 0x037f_1f80, "\(deed): \(String(control, radix: 16))")
      }
    }
  }

  @Test func `a prepared call begins with it too`() throws {
    for channel in LibraryClient.Configuration.ChannelKind.all {
      try withFixture("unruly", configuration: .init(channel: channel)) { lib in
        let spoil = try lib.function("lower_precision", as: (() -> Int32).self)
        let control = try lib.function("float_control", as: (() -> UInt32).self)
        for _ in 0..<10 {
          _ = try spoil()
          #expect(try control() == 0x037f_1f80)
        }
      }
    }
  }

  @Test func `a locale changes no number`() throws {
    try withFixture("unruly") { lib in
      for name in ["de_DE.UTF-8", "C.UTF-8", ""] {
        let _: Int = try lib.change_locale(name)
        let half: Double = try lib.divide(1.0, 2.0)
        #expect(half == 0.5)
      }
    }
  }

  @Test func `memory that can no longer be shared is no matter of its length`() throws {
    try withFixture("unruly") { lib in
      let _: Int = try lib.close_from(3)
      expect(.system, "closed descriptors") {
        _ = try SharedBuffer<Double>(count: 10, in: lib)
      }
      try checkCalls(lib, count: 1)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root changes its root"))
  func `a library that changes its root goes on`() throws {
    try withFixture("unruly") { lib in
      let result: Int = try lib.change_root("/usr/share")
      #expect(result == 0)
      try checkCalls(lib, count: 1)
    }
  }

  @Test(arguments: [STDOUT_FILENO, STDERR_FILENO])
  func `a hundred megabytes of output stop nothing`(_ descriptor: Int32) throws {
    let capture = OutputCapture(isCounting: true)
    try withFixture("unruly", configuration: .init(output: capture.destination)) { lib in
      let failed: Int = try lib.flood(descriptor, 100)
      #expect(failed == 0)
    }
    #expect(capture.byteCount == 100 << 20)
  }

  // MARK: What ends the helper

  @Test(arguments: [3, 4])
  func `a pipe that is closed by a system call is an error at once`(_ descriptor: Int) throws {
    let configuration = LibraryClient.Configuration(
      output: OutputCapture().destination, channel: .pipe)
    try withFixture("unruly", configuration: configuration) { lib in
      let start = ContinuousClock.now
      expect(.helperEnded, "channel") {
        let _: Int = try lib.close_by_number(descriptor)
        let _: Int = try lib.count_up()
      }
      #expect(ContinuousClock.now - start < .seconds(2))
    }
  }

  @Test(arguments: [0, 4], Architecture.all)
  func `ending the thread that calls is an error at once`(
    _ others: Int, _ architecture: Architecture
  ) throws {
    try withFixture("unruly", architecture) { lib in
      let _: Int = try lib.start_threads(others)
      expect(.helperEnded, "end_own_thread", "pthread_exit") {
        let _: Int = try lib.end_own_thread()
      }
    }
  }

  @Test func `a jump over a closure is an error, and no hang`() throws {
    let configuration = LibraryClient.Configuration(
      output: OutputCapture().destination, timeout: .seconds(20))
    try withFixture("unruly", configuration: configuration) { lib in
      try lib.declare("int jump_over(void (*function)(void)); int jump_out(void);")
      let start = ContinuousClock.now
      let error = thrown {
        let _: Int = try lib.jump_over(Callback { () -> Void in let _: Int = try lib.jump_out() })
      }
      #expect(error != nil)
      #expect(ContinuousClock.now - start < .seconds(10))
    }
  }
}
