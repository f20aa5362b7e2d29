import Testing

@testable import ArchBridgeBindings

/// What names become.
@Suite struct SwiftNameTests {
  @Test(arguments: [
    ("sqlite3_stmt", "Sqlite3Stmt"), ("z_stream", "ZStream"), ("div_t", "Div"), ("tm", "Tm"),
    ("gzFile", "GzFile"), ("HANDLE", "Handle"), ("USB_DEVICE", "UsbDevice"), ("t", "T"),
    ("3d", "_3d"),
  ])
  func `a type's name begins every word with a capital`(_ name: String, _ expected: String) {
    #expect(SwiftName.type(name) == expected)
  }

  @Test(arguments: [
    (["NLOPT_GN_DIRECT", "NLOPT_LN_COBYLA"], ["gnDirect", "lnCobyla"]),
    (["RED", "GREEN"], ["red", "green"]),
    (["MODE_2D", "MODE_3D"], ["mode2D", "mode3D"]),
    (["optionNone", "optionFilter"], ["none", "filter"]),
    (["A_B", "A_B_C"], ["b", "bC"]),
    (["SAME", "SAME_MORE"], ["same", "sameMore"]),
  ])
  func `constants lose what all of them begin with`(_ names: [String], _ expected: [String]) {
    #expect(SwiftName.enumerators(names, of: "any") == expected)
  }

  @Test func `a lone constant loses what its type begins with`() {
    #expect(SwiftName.enumerators(["METER_ERROR_NONE"], of: "meter_error") == ["none"])
  }

  @Test func `a keyword is escaped, a member that there is already is not hidden`() {
    #expect(SwiftName.escaped("repeat") == "`repeat`")
    #expect(SwiftName.unreserved("close", SwiftName.clientMembers) == "close_")
  }
}
