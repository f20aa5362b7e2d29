import ArchBridgeLibraryFiles
import Foundation
import Synchronization
import Testing

struct FileReadingsTests {
  private struct Unreadable: Error {}

  private func withFile<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "archbridge-\(UUID())")
    try Data("one".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file)
  }

  @Test func `several that ask for a file at a time wait for one reading`() throws {
    try withFile { file in
      let readings = FileReadings<String>(limit: 2)
      let values = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 16) { _ in
        let value = readings.value(ofFile: file.path) {
          (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        }
        values.withLock { $0.append(value) }
      }
      #expect(values.withLock { $0 } == Array(repeating: "one", count: 16))
      #expect(readings.readCount(ofFile: file.path) == 1)
    }
  }

  @Test func `a file that has changed is read again`() throws {
    try withFile { file in
      let readings = FileReadings<Int>(limit: 2)
      #expect(readings.value(ofFile: file.path) { 1 } == 1)
      #expect(readings.value(ofFile: file.path) { 2 } == 1)
      try Data("two".utf8).write(to: file, options: .atomic)
      #expect(readings.value(ofFile: file.path) { 2 } == 2)
      try FileManager.default.removeItem(at: file)
      #expect(readings.value(ofFile: file.path) { 3 } == 3)
      #expect(readings.value(ofFile: file.path) { 4 } == 4)
    }
  }

  @Test func `an error is not kept`() throws {
    try withFile { file in
      let readings = FileReadings<Int>(limit: 2)
      #expect(throws: Unreadable.self) {
        try readings.value(ofFile: file.path) { () throws(Unreadable) in throw Unreadable() }
      }
      #expect(readings.value(ofFile: file.path) { 2 } == 2)
    }
  }

  @Test func `no more than so many files are kept`() throws {
    try withFile { one in
      try withFile { two in
        try withFile { three in
          let readings = FileReadings<Int>(limit: 2)
          for file in [one, two, one, three] { _ = readings.value(ofFile: file.path) { 1 } }
          #expect(readings.value(ofFile: one.path) { 2 } == 1)
          #expect(readings.value(ofFile: two.path) { 2 } == 2)
        }
      }
    }
  }
}
