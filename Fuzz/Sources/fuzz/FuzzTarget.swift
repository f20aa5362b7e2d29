import Glibc

/// What takes bytes that nobody has looked at.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  /// Every one.
  static let all: [FuzzTarget] = [
    .envelopes, .values, .replies, .requests, .servers, .serverReplies, .declarations, .interfaces,
    .objects, .loaderTexts, .lines, .frames, .signatures, .reports, .archives,
  ]
}

/// The target that FUZZ_TARGET names.
private let chosen: FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    print("fuzz: FUZZ_TARGET is one of \(FuzzTarget.all.map(\.name).joined(separator: " "))")
    exit(64)
  }
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen.run([UInt8](UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Ends the program, so that the input is kept, where a law does not hold.
func require(_ holds: Bool, _ law: @autoclosure () -> String) {
  guard holds else { fatalError(law()) }
}
