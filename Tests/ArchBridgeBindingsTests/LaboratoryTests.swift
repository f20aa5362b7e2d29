import ArchBridge
import Foundation
import LaboratoryClient
import Testing

/// A generated client at work, on the library that its header is of.
@Suite(.enabled(if: Laboratory.isThere, "the fixtures are not built: make fixtures"))
struct LaboratoryTests {
  private func withLaboratory(
    _ architecture: Architecture, _ body: (Laboratory) throws -> Void
  ) throws {
    let folder = HeaderFixture.package.appending(path: ".build/fixtures/\(architecture.name)").path
    try withSession(
      Laboratory(
        configuration: .init(architecture: architecture, searchPaths: [folder])), body)
  }

  @Test(arguments: Architecture.all)
  func `handles, statuses and texts`(_ architecture: Architecture) throws {
    try withLaboratory(architecture) { lab in
      let handle = try lab.lab_open("cellar")
      #expect(try lab.lab_describe(handle) == "laboratory cellar")
      try lab.lab_close(handle)
      let closed = #expect(throws: BridgeError.self) { try lab.lab_close(handle) }
      #expect(closed?.code == .failureStatus && closed?.status == 3)
      #expect(closed?.message.contains("the laboratory is closed") ?? false)
      #expect(throws: BridgeError.self) { try lab.lab_open("a name that is too long") }
      let (unit, owned) = try lab.lab_unit()
      #expect(unit == "V" && owned == "volts")
      let (count, serial) = try lab.lab_serial(32)
      #expect(count == 7 && serial == "SN-0042")
      #expect(try lab.lab_wide_length("Größe") == 5)
      #expect(try lab.lab_bytes() == "bytes")
      #expect(try lab.lab_join(["a", "bc", "d"], 16) == "abcd")
      #expect(throws: BridgeError.self) { try lab.lab_join(["abc"], 3) }
      #expect(throws: BridgeError.self) { try lab.lab_serial(0) }
    }
  }

  @Test(arguments: Architecture.all)
  func `arrays in, out, and in and out`(_ architecture: Architecture) throws {
    try withLaboratory(architecture) { lab in
      #expect(try lab.lab_sum([1, 2.5, 3]) == 6.5)
      #expect(try lab.lab_sum([]) == 0)
      #expect(try lab.lab_dot([1, 2], [3, 4]) == 11)
      let uneven = #expect(throws: BridgeError.self) { try lab.lab_dot([1, 2], [3]) }
      #expect(uneven?.message == "b has 1 elements, and 2 are needed")
      #expect(try lab.lab_ramp(3) == [0, 0.5, 1])
      #expect(throws: BridgeError.self) { try lab.lab_ramp(-1) }
      var values = [1, -2, 3]
      try lab.lab_reverse(&values)
      #expect(values == [3, -2, 1])
      #expect(try lab.lab_square([2, 3]) == [4, 9])
      var filled: UInt = 8
      #expect(try lab.lab_pack(&filled, [1, 0, 2, 0]) == [1, 2])
      #expect(filled == 2)
      var axis: [Float] = [1, 2, 3]
      try lab.lab_rotate(&axis)
      #expect(axis == [2, 3, 1])
      axis = [1]
      #expect(throws: BridgeError.self) { try lab.lab_rotate(&axis) }
    }
  }

  @Test(arguments: Architecture.all)
  func `structures and unions`(_ architecture: Architecture) throws {
    try withLaboratory(architecture) { lab in
      var reading = Laboratory.LabReading(
        volts: 6, serial: 7, channel: 5, unit: "mV", raw: [1, 2, 3],
        value: .init(volts: 0.5))
      reading = try lab.lab_scale(reading, 2)
      #expect(reading.volts == 12 && reading.serial == 7 && reading.overload == 1)
      #expect(reading.unit == "mV" && reading.raw == [2, 2, 3])
      #expect(try reading.value.volts == 1)
      try lab.lab_clear(&reading)
      #expect(reading.volts == 0 && reading.channel == 7 && reading.unit == "mV")
      let (count, readings) = try lab.lab_readings(3)
      #expect(count == 3 && readings.map(\.volts) == [0, 1.5, 3])
      #expect(readings.map(\.serial) == [1000, 1001, 1002])
      #expect(try lab.lab_total(readings) == 3007.5)
      let value = try lab.lab_volts(0.25)
      #expect(try value.volts == 0.25)
      #expect(try value.counts == 0)
      #expect(try lab.lab_is_volts(value, 0.25) == 1)
      #expect(try lab.lab_is_volts(.init(volts: 0.25), 0.25) == 1)
      #expect(try lab.lab_is_volts(.init(), 0) == 1)
      #expect(throws: BridgeError.self) { try Laboratory.LabValue(counts: 1).volts }
      reading.channel = 8
      #expect(throws: BridgeError.self) { try lab.lab_scale(reading, 1) }
    }
  }

  @Test(arguments: Architecture.all)
  func closures(_ architecture: Architecture) throws {
    try withLaboratory(architecture) { lab in
      let area = try lab.lab_integrate({ x in x * x }, 0, 3)
      #expect(abs(area - 9) < 0.001)
      var names: [String?] = []
      let sum = try lab.lab_each(3) { address, name in
        names.append(name)
        return Int32(try lab.memory.read(Laboratory.LabReading.self, at: address ?? .null).serial)
      }
      #expect(sum == 3003 && names == ["even", "odd", "even"])
      #expect(try lab.lab_each(3) == 0)
      let best = try lab.lab_best({ index in .init(volts: Double(index % 3), unit: "A") }, 5)
      #expect(best.volts == 2 && best.unit == "A")
      let handler = try lab.register { (code: Int32, _: RemoteAddress?) -> Void in
        if code != 42 { throw Wrong() }
      }
      try lab.lab_watch(handler)
      try lab.lab_fire(42)
      #expect(throws: (any Error).self) { try lab.lab_fire(1) }
    }
  }

  private struct Wrong: Error {}

  @Test(arguments: Architecture.all)
  func `the other types`(_ architecture: Architecture) throws {
    try withLaboratory(architecture) { lab in
      #expect(try lab.lab_toggle([.filter], [.filter, .average]) == [.average])
      #expect(try lab.lab_precise(1) == 1 + Float80(1e-18))
      #expect(try lab.lab_conjugate(Complex(1, 2)) == Complex(1, -2))
      #expect(try lab.lab_count(3, 1.5, 2.5, 3.0) == 7)
      #expect(try lab.lab_flip(true) == false)
      #expect(try lab.lab_large(.max, -1) == .max - 1)
      #expect(try lab.lab_verbosity.get() == Int32(1))
      try lab.lab_verbosity.set(Int32(3))
      #expect(try lab.lab_verbosity.get() == Int32(3))
      #expect(try lab.lab_version.get() == "2.5")
      #expect(Laboratory.LAB_CHANNELS == 4 && Laboratory.LAB_NAME == "laboratory")
    }
  }
}

extension Laboratory {
  /// Whether the library has been built; where `CI` is set it must have been.
  fileprivate static var isThere: Bool {
    ProcessInfo.processInfo.environment["CI"] == "true"
      || FileManager.default.fileExists(
        atPath: HeaderFixture.package.appending(path: ".build/fixtures/i386/liblaboratory.so").path)
  }
}
