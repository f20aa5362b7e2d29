import ArchBridge
import Testing

/// What is refused before a call.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct FortranRefusalTests {
  private func expect(
    _ code: BridgeError.Code, _ message: String, _ call: () throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: BridgeError.self, sourceLocation: sourceLocation) { try call() }
    #expect(error?.code == code, sourceLocation: sourceLocation)
    #expect(
      error?.message.contains(message) == true, "\(error?.message ?? "")",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: Architecture.all)
  func `a closure takes what the procedure gives it`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let fortran = lib.fortran
      expect(
        .typeMismatch,
        "parameter 'x' of argument 'f' is declared 'real(8), intent(in) :: x', and the closure "
          + "takes Int32; let it take Double"
      ) {
        let _: Double = try fortran.kinds.integral(
          fortran.callback { (x: Int32) -> Double in Double(x) }, 0.0, 1.0, 1)
      }
      expect(.typeMismatch, "the closure takes Float; let it take Double") {
        let _: Double = try fortran.kinds.integral(
          fortran.callback { (x: Float) -> Double in Double(x) }, 0.0, 1.0, 1)
      }
      try lib.declare(
        fortran: "subroutine kinds.each(integer n, subroutine visit(integer(8) n, logical(1) e))")
      expect(.typeMismatch, "the closure takes Int; let it take Int64") {
        try fortran.kinds.each(1, fortran.callback { (n: Int, e: Int8) in })
      }
      expect(.typeMismatch, "the closure takes Bool; let it take Int8, which is 0 for false") {
        try fortran.kinds.each(1, fortran.callback { (n: Int64, e: Bool) in })
      }
      try lib.declare(
        fortran: "subroutine kinds.each(integer n, subroutine visit(integer n(2), logical e))")
      expect(.typeMismatch, "let it take a RemoteAddress, and read the array that is there") {
        try fortran.kinds.each(1, fortran.callback { (n: Int32, e: Bool) in })
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `what was declared and not read is not called`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      expect(.invalidDeclaration, "its declaration is not read: line ") {
        try lib.fortran.alternate(1)
      }
      expect(.invalidDeclaration, "alternate returns are not supported") {
        try lib.fortran.alternate(1)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `an entry is called like a procedure`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let number = InOut<Int32>(5)
      try lib.fortran.increment(number)
      try lib.fortran.increment_by(10, number)
      #expect(number.value == 16)
    }
  }
}
