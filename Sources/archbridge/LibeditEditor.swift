import ArchBridgeGenerator
import CArchBridgeLines
import Dispatch
import Glibc
import Synchronization

/// Edits lines through libedit, which knows one terminal: the process's own.
struct LibeditEditor: LineEditor {
  private typealias Completions = @Sendable (String, Int) -> [String]

  private static let completions = Mutex<Completions?>(nil)
  private static let candidates = Mutex<[String]>([])

  func start(
    separators: String, completions: @escaping @Sendable (_ line: String, _ start: Int) -> [String]
  ) {
    Self.completions.withLock { $0 = completions }
    // libedit keeps the pointer for as long as the process lives.
    guard let kept = strdup(separators) else { return }
    ab_line_start(kept) { line, start, index in
      let candidate = LibeditEditor.candidate(String(cString: line), start, index)
      return candidate.flatMap { strdup($0) }
    }
  }

  private static func candidate(_ line: String, _ start: Int, _ index: Int) -> String? {
    let completions = completions.withLock { $0 }
    return candidates.withLock { candidates in
      if index == 0 { candidates = completions?(line, start) ?? [] }
      return index < candidates.count ? candidates[index] : nil
    }
  }

  func whenInterrupted(_ action: @escaping @Sendable () -> Void) {
    let descriptor = ab_line_interrupts()
    guard descriptor >= 0 else { return }
    DispatchQueue(label: "archbridge.interrupts").async {
      var count: UInt64 = 0
      while Glibc.read(descriptor, &count, MemoryLayout.size(ofValue: count)) > 0 {
        for _ in 0..<min(count, 2) { action() }
      }
    }
  }

  func read(prompt: String) -> TypedLine {
    var wasInterrupted: Int32 = 0
    guard let line = ab_line_read(prompt, &wasInterrupted) else { return .end }
    defer { free(line) }
    return wasInterrupted == 1 ? .interrupted : .line(String(cString: line))
  }

  func readHistory(_ path: String, limit: Int) { ab_line_history_read(path, Int32(limit)) }
  func addToHistory(_ line: String) { ab_line_history_add(line) }
  func writeHistory(_ path: String) { _ = ab_line_history_write(path) }
}
