import ArchBridge

/// What no system library has: nested and packed structures, unions, bit-fields, open arrays.
func fixtureStructures(in folder: String) throws {
  try withLibrary("values", configuration: .init(searchPaths: [folder])) { lib in
    try lib.declare(
      """
      struct point { double x, y; };
      struct mixed { char tag; double value; short counts[3]; struct point origin; };
      struct flags { unsigned low : 3; int middle : 5; unsigned long long high : 40; };
      struct __attribute__((packed)) packed { char tag; int value; double weight; };
      union number { int i; float f; double d; unsigned char bytes[8]; };
      struct message { int count; short items[]; };
      struct node { int value; struct node *next; };
      struct mixed mixed_changed(struct mixed m);
      void flags_set(struct flags *f);
      int packed_sum(const struct packed *p);
      union number number_from_float(float f);
      void points_fill(struct point *points, int count);
      double points_sum(const struct point *points, int count);
      int message_sum(const struct message *m);
      int list_sum(const struct node *node);
      """)

    var mixed = try lib.structure("struct mixed", ["tag": 64, "value": 1.25])
    try mixed.set("counts", [Int16(1), 2, 3])
    try mixed.set("origin.y", 7.5)
    let changed: Structure = try lib.mixed_changed(mixed)
    let second: Int16 = try changed.get("counts[1]")
    print("structures:", changed, second)

    let flags = InOut(try lib.structure("struct flags"))
    try lib.flags_set(flags)
    print("structures:", flags.value)

    let packed = try lib.structure("struct packed", ["tag": 1, "value": 20, "weight": 300])
    let sum: Int = try lib.packed_sum(packed)
    print("structures:", sum, packed.byteCount)

    let number: Structure = try lib.number_from_float(1.5)
    let (single, bytes): (Float, [UInt8]) = (try number.f, try number.bytes)
    print("structures:", single, bytes.prefix(4))

    let points = InOut([try lib.structure("struct point"), try lib.structure("struct point")])
    try lib.points_fill(points, 2)
    let total: Double = try lib.points_sum(points.value, 2)
    print("structures:", points.value, total)

    // An array without a length has the bytes that are read for it.
    let message = try lib.memory.allocate(byteCount: 10)
    try lib.memory.write([Int32(3)], to: message)
    try lib.memory.write([Int16(1), 2, 3], to: message.advanced(by: 4))
    let items: [Int16] = try lib.memory.read("struct message", at: message, byteCount: 10).items
    let itemSum: Int = try lib.message_sum(message)
    try lib.memory.free(message)
    print("structures:", items, itemSum)

    // What another structure points to lies in the helper's memory.
    var last = try lib.structure("struct node", ["value": 40])
    let place = try lib.memory.allocate(byteCount: last.byteCount)
    try lib.memory.write(last, to: place)
    let first = try lib.structure("struct node", ["value": 2, "next": place])
    let listSum: Int = try lib.list_sum(first)
    last = try lib.memory.read("struct node", at: place)
    try lib.memory.free(place)
    print("structures:", listSum, last)

    try lib.declare("struct empty {}; int takes_empty(struct empty e);")
    do {
      let _: Int = try lib.takes_empty(lib.structure("struct empty"))
    } catch let error as BridgeError where error.code == .unsupportedType {
      print("structures:", error)
    }
  }
}
