import Glibc

/// What the kernel says of a process's resident memory, in kB.
func residentKilobytes(_ process: Int32) -> Int? {
  guard let file = fopen("/proc/\(process)/status", "r") else { return nil }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, 256, file) != nil {
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard text.hasPrefix("VmRSS:") else { continue }
    return text.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
  }
  return nil
}
