internal import ArchBridge

/// The JSON form of an error: an object in place of a call's outcome.
struct ErrorReport: Encodable {
  private let error: Failure

  init(_ error: BridgeError) { self.error = Failure(error) }

  private struct Failure: Encodable {
    let code: String
    let message: String
    let symbol: String?
    let library: String?
    /// The status that the function returned, and C's `errno` behind it, where they are the reason.
    let status: Int64?
    let errno: Int32?
    /// What the function threw: the type's name as C++ spells it, and what it says.
    let exceptionType: String?
    let exceptionMessage: String?
    let crash: Crash?

    init(_ error: BridgeError) {
      (code, message) = (error.code.rawValue, error.message)
      (symbol, library) = (error.symbol, error.library)
      (status, errno) = (error.status, error.errno)
      exceptionType = error.exception?.typeName
      exceptionMessage = error.exception?.message
      crash = error.crash.map(Crash.init)
    }
  }

  /// How the helper ended.
  private struct Crash: Encodable {
    let signal: String?
    let signalNumber: Int32?
    let exitStatus: Int32?
    let reason: String?
    let address: String?
    let overrun: String?
    let function: String?
    let arguments: [String]
    let isOnMainThread: Bool?
    let isInInterrupt: Bool
    let frames: [Frame]
    let standardError: [String]

    init(_ crash: CrashReport) {
      signal = crash.signalName
      switch crash.status {
      case .exited(let status): (exitStatus, signalNumber) = (status, nil)
      case .signalled(let number): (exitStatus, signalNumber) = (nil, number)
      case .unknown: (exitStatus, signalNumber) = (nil, nil)
      }
      (reason, overrun) = (crash.codeText, crash.overrun)
      address = crash.faultAddress.map { "\($0)" }
      (function, arguments) = (crash.function, crash.arguments)
      (isOnMainThread, isInInterrupt) = (crash.isOnMainThread, crash.isInInterrupt)
      frames = crash.frames.map(Frame.init)
      standardError = crash.standardError
    }
  }

  /// A place in the code; addresses are texts, as a pointer's is.
  private struct Frame: Encodable {
    let address: String
    let module: String?
    let moduleOffset: String
    let symbol: String?
    let symbolOffset: String?
    let file: String?
    let line: Int?

    init(_ frame: CrashReport.Frame) {
      func hexadecimal(_ offset: UInt64) -> String { "0x" + String(offset, radix: 16) }
      address = "\(frame.address)"
      (module, moduleOffset) = (frame.module, hexadecimal(frame.moduleOffset))
      symbol = frame.symbol
      symbolOffset = frame.symbol == nil ? nil : hexadecimal(frame.symbolOffset)
      (file, line) = (frame.file, frame.line)
    }
  }
}
