import ArchBridge

/// A client of one's own: the library's functions with Swift names, types and documentation.
final class Adder: LibraryClient, @unchecked Sendable {
  /// Loads the library from one of these folders.
  init(from folders: [String]) throws(BridgeError) {
    try super.init("adder", configuration: Configuration(searchPaths: folders))
    try declare("int add(int a, int b); double add_doubles(double a, double b);")
  }

  func sum(_ a: Int, _ b: Int) throws(BridgeError) -> Int { try library.add(a, b) }
  func sum(_ a: Double, _ b: Double) throws(BridgeError) -> Double { try library.add_doubles(a, b) }
}

guard CommandLine.arguments.count == 2 else {
  fatalError("usage: adder-example FOLDER-OF-LIBADDER")
}
let folder = CommandLine.arguments[1]

try withSession(Adder(from: [folder])) { adder in
  print("in turn:", try adder.sum(1, 2), try adder.sum(1.5, 2.25))
}

// In asynchronous code `run` takes any number of calls to the client's own thread in one hop.
let total = try await withSession(try Adder(from: [folder])) { adder in
  try await adder.run { adder in
    var total = 0
    for number in 1...100 { total = try adder.sum(total, number) }
    return total
  }
}
print("1 + 2 + … + 100 =", total)

do {
  try withSession(Adder(from: [folder])) { adder in
    print(try adder.sum(3_000_000_000, 1))
  }
} catch let error as BridgeError where error.code == .valueOutOfRange {
  print("refused:", error)
}
