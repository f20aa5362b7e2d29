import TestSupport
import Testing

/// What an implementation of its own (Python's cbor2) makes of CBOR, and what we make of its.
@Suite(.enabled(if: Python.isWanted, "\(Python.howToSetUp)"))
struct PythonTests {
  /// What Python says of everything that we encode: verdict and its own bytes, by name.
  private static let replies = Result {
    let lines = try Exchange.all.map { try "\($0.name)\t\(hex($0.encode()))" }
    let replies = try Python.roundTrip("check", input: lines)
    return Dictionary(uniqueKeysWithValues: replies.map { ($0[0], Array($0.dropFirst())) })
  }

  /// What Python encodes: name and bytes.
  private static let made = Result { try Python.roundTrip("make") }

  @Test(arguments: Exchange.all)
  func `Python decodes what is encoded`(_ exchange: Exchange) throws {
    #expect(try Self.replies.get()[exchange.name]?.first == "same")
  }

  @Test(arguments: Exchange.all, ["as it is", "canonical", "indefinite"])
  func `what Python encodes again is decoded`(_ exchange: Exchange, spelling: String) throws {
    let column = ["as it is": 1, "canonical": 2, "indefinite": 3][spelling]
    let reply = try #require(try Self.replies.get()[exchange.name])
    #expect(try exchange.isHeld(bytes(hex: reply[try #require(column)])))
  }

  @Test(arguments: Exchange.all + Exchange.fromPython)
  func `what Python makes is decoded`(_ exchange: Exchange) throws {
    let spellings = try Self.made.get().filter { $0[0] == exchange.name }
    #expect(spellings.count >= 3)
    for spelling in spellings {
      #expect(try exchange.isHeld(bytes(hex: spelling[1])), "\(spelling[1].prefix(80))")
    }
  }
}
