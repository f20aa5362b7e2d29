import CFloor

/// The C program that does what a helper cannot do without, started as a helper is.
struct Floor {
  private var process = floor_process()

  /// Starts the program; it has answered nothing yet.
  init(program: String, library: String, symbol: String) {
    let result = floor_start(&process, program, library, symbol)
    precondition(result == 0, "the floor program \(program) does not start")
  }

  /// One request and its reply.
  func call() {
    var result = 0.0
    withUnsafePointer(to: process) { process in
      let status = floor_call(process, &result)
      precondition(status == 0, "the floor program has ended")
    }
  }

  /// Ends the program and waits for its end.
  func end() {
    withUnsafePointer(to: process) { floor_end($0) }
  }
}
