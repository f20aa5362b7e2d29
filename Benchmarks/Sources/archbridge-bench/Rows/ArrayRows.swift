import ArchBridge
import CFloor

/// 100 MiB of numbers, which the library adds up.
func arrayRows(_ programs: BuiltPrograms) -> [Row] {
  let count = 13_107_200
  let byteCount = count * MemoryLayout<Double>.stride
  let values = (0..<count).map { Double($0 % 7) }
  let total = values.reduce(0, +)

  return [
    // Ours is memory that both sides have mapped, filled before.
    Row(
      name: "array_100mib", placement: .twoCores, goal: 1.1,
      ours: { placement in
        let lib = try programs.openClient(placement)
        try lib.declare("double sum(const double *values, int count);")
        let buffer = try SharedBuffer(values, in: lib)
        return Side(
          measure: {
            try seconds { expect(try lib.sum(buffer, count) as Double, total) }
          }, end: lib.close)
      },
      floor: { placement in
        let floor = Floor(programs, .serve, placement)
        return Side(measure: { floor_sum_alone(floor.peer, Int32(count)) }, end: floor.end)
      }),
    Row(
      name: "array_copy_100mib", placement: .twoCores, goal: 1.3,
      ours: { placement in
        let lib = try programs.openClient(placement)
        try lib.declare("double sum(const double *values, int count);")
        return Side(
          measure: {
            try seconds { expect(try lib.sum(values, count) as Double, total) }
          }, end: lib.close)
      },
      floor: { placement in
        let floor = Floor(programs, .serve, placement, arrayByteCount: byteCount)
        return Side(
          measure: {
            seconds {
              values.withUnsafeBufferPointer {
                guard let first = $0.baseAddress else { return }
                floor_array(floor.peer).update(from: first, count: count)
              }
              expect(floor_sum(floor.peer, Int32(count)), total)
            }
          }, end: floor.end)
      }),
  ]
}
