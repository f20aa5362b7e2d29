import Glibc

/// What `make bench` writes: an object from each row's name to its figures, in seconds.
struct Report {
  var measurements: [Measurement] = []

  func write(to path: String) {
    guard let file = fopen(path, "w") else { fatalError("\(path) cannot be written") }
    defer { fclose(file) }
    fputs("{\n  " + measurements.compactMap(\.json).joined(separator: ",\n  ") + "\n}\n", file)
  }
}
