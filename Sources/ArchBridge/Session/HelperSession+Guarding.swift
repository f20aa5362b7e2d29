internal import ArchBridgeABI
internal import ArchBridgeWire

/// Guarding the memory that calls lend, and what is found so.
extension HelperSession {
  /// How many bytes of addresses memory takes that calls have lent before.
  private static let keptByteCount: UInt64 = 64 << 20

  /// Has the helper guard what calls lend, if the configuration says so.
  func guardBuffers() throws(BridgeError) {
    guard configuration.guardsBuffers else { return }
    do throws(ExchangeError) {
      let body = try exchange(
        GuardMessage(keptByteCount: Self.keptByteCount), expecting: .guardedBuffers)
      guard (try? GuardedMessage(decoding: body)) != nil else {
        throw ExchangeError.bridge(
          rejected("it does not confirm that it guards buffers", symbol: nil))
      }
    } catch .refused(let failure) where failure.code == .unexpectedRequest {
      throw BridgeError(
        .helperIncompatible,
        "the helper is of a version that guards no buffers; build it from this version of ArchBridge"
      )
    } catch {
      throw self.error(error)
    }
  }

  /// The error of a call that has written beside what it was lent.
  @inline(never) func overrun(_ failure: FailureMessage, in call: PendingCall) -> BridgeError {
    guard configuration.guardsBuffers,
      let message = try? OverrunMessage(decoding: failure.text),
      Int(message.argument) <= call.lowered.count
    else {
      return rejected("it tells of damage that cannot be", symbol: call.context.name)
    }
    let overrun = BufferOverrun(
      message, of: call.context.declaration, argumentCount: call.lowered.count)
    return call.context.error(
      .bufferOverrun,
      "\(overrun.text); what the call brought back is not used, and the session goes on")
  }

  /// The error of a helper's end that has to do with guarded memory; nil for any other.
  func overrun(_ error: BridgeError, _ symbol: String?) -> BridgeError? {
    guard let crash = error.end?.crash, let overrun = crash.guarded,
      let address = crash.faultAddress
    else { return nil }
    let name = String(decoding: overrun.function, as: UTF8.self)
    let text = BufferOverrun(
      overrun, at: address.rawValue, of: types.declarations.function(named: name), during: symbol
    ).text
    crash.note(overrun: text)
    var named = BridgeError(
      error.code, "\(text); \(error.message)", symbol: error.symbol, library: error.library)
    named.end = error.end
    return named
  }
}
