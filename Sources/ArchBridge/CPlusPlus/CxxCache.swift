internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles
internal import Synchronization

/// What has been found by C++ signatures and names in one session.
final class CxxCache: Sendable {
  private let functions = Mutex<[PlanCache.Key: CxxFunction]>([:])
  private let variables = Mutex<[PlanCache.Key: FoundVariable]>([:])
  private let symbols = Mutex<[String: [String]]>([:])

  func function(_ key: PlanCache.Key) -> CxxFunction? { functions.withLock { $0[key] } }

  func keep(_ function: CxxFunction, _ key: PlanCache.Key) {
    functions.withLock { $0[key] = function }
  }

  func variable(_ key: PlanCache.Key) -> FoundVariable? { variables.withLock { $0[key] } }

  func keep(_ variable: FoundVariable, _ key: PlanCache.Key) {
    variables.withLock { $0[key] = variable }
  }

  /// Forgets what was found: declarations say something else from now on.
  func forget() {
    functions.withLock { $0 = [:] }
    variables.withLock { $0 = [:] }
  }

  /// The symbols that a library's file exports, read once.
  func symbols(ofFile path: String) -> [String] {
    if let known = symbols.withLock({ $0[path] }) { return known }
    let names = (try? LibraryFile(path: path))?.exportedNames ?? []
    symbols.withLock { $0[path] = names }
    return names
  }
}
