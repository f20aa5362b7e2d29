import ArchBridge

/// The one error that everything throws.
func errors() throws {
  try withLibrary("libm.so.6") { lib in
    do {
      let c: Double = try lib.coz(1.0)
      print(c)
    } catch let error as BridgeError where error.code == .symbolNotFound {
      print(error)  // coz: no function coz is in libm.so.6; did you mean cos?
    }
  }
}
