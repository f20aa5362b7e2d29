import ArchBridge
import Foundation
import Testing

@Suite(.fixtures) struct ConfinementTests {
  @Test(arguments: Architecture.all)
  func `explore`(_ architecture: Architecture) throws {
    let levels: [(String, LibraryClient.Configuration.Confinement)] = [
      ("none", .none), ("noNetwork", .noNetwork), ("readOnly", .readOnlyFiles()), ("strict", .strict),
    ]
    var all: [[String: Int32]] = []
    for (name, level) in levels {
      do { all.append(try EscapeFixture().attempts(architecture, .init(confinement: level))) } catch {
        print(name, error)
        all.append([:])
      }
    }
    for key in all[0].keys.sorted() { print(architecture.name, key, all.map { $0[key].map { "\($0)" } ?? "-" }) }
  }
}
