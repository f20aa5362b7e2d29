import Foundation
import Testing

/// The examples with servers of their own.
extension ExampleTests {
  private var libraries: String { Fixtures.folder.appending(path: "i386").path }

  @Test func `a server for LabVIEW`() throws {
    let output = try run("labview-example", libraries)
    #expect(
      output == """
        of a sample: 5.5 9.166666666666666 3.0276503540974917
        of all there is: 5.5 8.25 2.8722813232690143
        LabVIEWError - stdev: LabVIEWError: stdev returned -20003: there are too few values
        refused: stdev: argument 2 is no UInt16: it is stdev(values: [Double], weighting: \
        UInt16) -> Statistics

        """)
  }

  @Test func `a server for stdcall`() throws {
    let output = try run("stdcall-example", libraries)
    #expect(
      output == """
        42 -2.5 4294967298
        47 / 5 is 9 remainder 2
        largest: 7.25
        level: 7
        divide: DivisionByZero: 1 divided by 0
        total: 450000

        """)
  }

  @Test func `a server for C++ with structures`() throws {
    let output = try run("points-example", libraries)
    #expect(
      output == """
        42 -2.5
        !dlrow olleh !dlrow olleh
        around the square: 4.0 4.0
        in the middle: 1.5 -0.5
        a path of 101 points: 100.0
        distance4: WrongCount: four points are needed, not 0
        middle(a: Point, b: Point) -> Point
            A structure is returned.

        """)
  }

  @Test func `a server for Fortran`() throws {
    let output = try run("fortran-example", libraries)
    #expect(
      output == """
        sums: 60 -32766 123456789 9223372036854775806
        products: 0.25 0.25
        factorial: 3.0126600184576594e+213
        Bessel: 0.014622991278741289
        logicals: true false
        reversed: !dlrow olleh
        arrays: [11.0, 22.0, 33.0]
        standard deviation: 3.0276503540974917
        matrices: [[22.0, 28.0], [49.0, 64.0]]
        matrixMultiply: ShapeError: 1 × 2 cannot be multiplied by 1 × 2
        refused: sum8: argument 2 is no Int8: it is sum8(a: Int8, b: Int8) -> Int8

        """)
  }

  @Test func `a server with two instruments`() throws {
    let output = try run("instruments-example")
    #expect(
      output == """
        Simulated Powermeter, serial number 1701, on /dev/ttyACM0
        Simulated Powermeter, serial number 74656, on /dev/ttyACM1
        ranges: [5.0, 1.0]
        pump: 1000 samples, about 3.5 volts
        signal: about 0.5 volts
        signal_range: RangeError: the range 1000000.0 is not between 0.01 and 100 volts
        refused: pump_identity: it cannot be set: it is pump_identity: String { get }
        pump_identity: String { get }
            What the device says that it is.
        pump_range: Double { get set }
            The largest voltage that can be read, 0.01 to 100.
        pump_readVoltage(samples: Int32) -> [Double]
            Reads the voltage a number of times.
        signal_identity: String { get }
            What the device says that it is.
        signal_range: Double { get set }
            The largest voltage that can be read, 0.01 to 100.
        signal_readVoltage(samples: Int32) -> [Double]
            Reads the voltage a number of times.
        PortError: no device is on COM1

        """)
  }

  @Test func `every type arrives as it left`() throws {
    let output = try run("echo-example")
    #expect(
      output == """
        bool: 2
        int8: 4
        int16: 4
        int32: 4
        int64: 4
        uint8: 2
        uint16: 2
        uint32: 2
        uint64: 2
        int: 2
        uint: 1
        float: 6
        double: 6
        string: 4
        bytes: 3
        date: 3
        int8s: 2
        int16s: 2
        int32s: 2
        int64s: 2
        uint16s: 2
        uint32s: 2
        uint64s: 2
        floats: 2
        doubles: 3
        bools: 2
        strings: 2
        rows: 2
        optional: 2
        optionals: 2
        counts: 2
        names: 2
        tables: 1
        sample: 3
        samples: 1
        not a number: true, below zero: true
        true 18446744073709551615 0.5 text 2 bytes, 2 numbers, one is 1, none
        true 2.5
        range: 3.5
        range: RangeError: the range must be above 0
        refused: int8: argument 1 is no Int8: it is int8(value: Int8) -> Int8
        refused: uint64: argument 1 is no UInt64: it is uint64(value: UInt64) -> UInt64
        refused: int: argument 1 ('value') of 'int' is no Int
        refused: join: it has no parameter 'third': it is join(first: String, second: String) \
        -> String
        join(first: String, second: String) -> String
            One text of two.

        """)
  }
}
