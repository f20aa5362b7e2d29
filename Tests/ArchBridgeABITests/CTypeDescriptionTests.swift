import ArchBridgeABI
import Testing

struct CTypeDescriptionTests {
  static let callback = CType.function(
    .init(
      parameters: [
        .init(name: nil, type: .pointer(to: .void, isConst: false)),
        .init(name: nil, type: .scalar(.int)),
      ], result: .scalar(.int)))

  @Test(arguments: [
    (CType.void, "void"),
    (.scalar(.unsignedLong), "unsigned long"),
    (.enumeration(tag: "color"), "enum color"),
    (.record(.structure, tag: "foo"), "struct foo"),
    (.record(.union, tag: "foo"), "union foo"),
    (.pointer(to: .scalar(.char), isConst: true), "const char *"),
    (.pointer(to: .pointer(to: .void, isConst: false), isConst: true), "void *const *"),
    (.pointer(to: .pointer(to: .void, isConst: true), isConst: false), "const void **"),
    (callback, "int (void *, int)"),
    (.pointer(to: callback, isConst: false), "int (*)(void *, int)"),
    (
      .pointer(to: .pointer(to: callback, isConst: false), isConst: true),
      "int (*const *)(void *, int)"
    ),
    (.array(of: .scalar(.int), count: 3), "int [3]"),
    (.array(of: .array(of: .scalar(.int), count: nil), count: 3), "int [3][]"),
    (.pointer(to: .array(of: .scalar(.int), count: 3), isConst: true), "const int (*)[3]"),
    (.alias("size_t", .scalar(.unsignedLong)), "size_t"),
    (.pointer(to: .alias("cb", callback), isConst: false), "cb *"),
    (.function(.init(parameters: [], result: .void, isVariadic: true)), "void (...)"),
  ])
  func `is the C spelling`(type: CType, spelling: String) {
    #expect(type.description == spelling)
  }
}
