internal import ArchBridgeWire
internal import CArchBridgeCalls

/// One of the controller's functions as code that the library can call.
@safe final class CallbackClosure {
  let callback: WireCallback
  private let closure: OpaquePointer

  /// Makes the code, which must be gone before `server` is.
  init(_ callback: WireCallback, for server: RequestServer) throws(FailureMessage) {
    var types: [ab_type] = []
    for parameter in callback.parameters { types.append(ab_type(parameter)) }
    // Safe: the server outlives its closures.
    let made = unsafe ab_closure_make(
      UInt32(callback.convention.rawValue), ab_type(callback.result), UInt32(types.count), types,
      callback.isNumbers ? 1 : 0,
      { context, id, arguments, result, isAsked in
        // One of the library's threads may be in here when the server's owner lets it go.
        let server = unsafe Unmanaged<RequestServer>.fromOpaque(context).takeUnretainedValue()
        withExtendedLifetime(server) {
          unsafe server.called(id, arguments, result, isAsked: isAsked != 0)
        }
      }, Unmanaged.passUnretained(server).toOpaque(), callback.id)
    guard let made = unsafe made else { throw FailureMessage(.unsupportedCall) }
    self.callback = callback
    unsafe closure = made
  }

  deinit { unsafe ab_closure_free(closure) }

  /// Where the library calls it.
  var address: UInt { unsafe ab_closure_address(closure) }
}
