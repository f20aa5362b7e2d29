import ArchBridge
import ArchBridgeTransport
import Dispatch
import Testing

/// A call beside another over every channel.
@Suite(.timeLimit(.minutes(4)))
struct InterruptConformanceTests {
  @Test(arguments: ChannelKind.wanted)
  func `a call is made while another runs`(_ kind: ChannelKind) throws {
    let configuration = LibraryClient.Configuration(
      architecture: kind.rawValue.hasPrefix("i386") ? .i386 : .x86_64)
    let lib = try LibraryClient(
      "libc.so.6", configuration: configuration, channel: try kind.open(), standsBy: true)
    defer { lib.close() }
    let (begun, release, ended) = (
      DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
    )
    let numbers = InOut([2, 1] as [Int32])
    DispatchQueue.global().async {
      let compare = Callback { (left: RemoteAddress, right: RemoteAddress) -> Int32 in
        begun.signal()
        release.wait()
        return 1
      }
      try? lib.call("qsort", numbers, 2, 4, compare, as: Void.self)
      ended.signal()
    }
    begun.wait()
    for number in 0..<20 as Range<Int32> {
      #expect(try lib.interrupt("abs", -number) == number)
      let length: Int = try lib.interrupt("strlen", String(repeating: "x", count: 40_000))
      #expect(length == 40_000)
    }
    release.signal()
    ended.wait()
    #expect(numbers.value == [1, 2])
  }
}
