import Foundation

/// The libraries of this machine that the reader is compared with `readelf` on.
enum InstalledLibraries {
  static var isContinuousIntegration: Bool {
    ProcessInfo.processInfo.environment["CI"] == "true"
  }

  /// Those that must be there in continuous integration; elsewhere, those of them that are.
  static var required: [String] {
    let all = paths(["libz.so.1", "liblapack.so.3", "libsqlite3.so.0", "libc.so.6"])
    return isContinuousIntegration ? all : all.filter(exists)
  }

  /// These, and others with more of what is rare: C++, indirect functions, other hash tables.
  static var all: [String] {
    let others = paths(["libm.so.6", "libgfortran.so.5", "libstdc++.so.6", "libdl.so.2"])
    return required + others.filter(exists)
  }

  /// What the packages of `Scripts/setup.sh` bring with them, those that are there.
  static var many: [String] {
    let names = [
      "libdl.so.2", "libpthread.so.0", "librt.so.1", "libresolv.so.2", "libutil.so.1",
      "libanl.so.1", "libnsl.so.1", "libthread_db.so.1", "libBrokenLocale.so.1", "libm.so.6",
      "libblas.so.3", "libnlopt.so.0", "libgfortran.so.5", "libquadmath.so.0", "libstdc++.so.6",
      "libgcc_s.so.1",
    ]
    return required + paths(names).filter(exists)
  }

  /// A library of few kilobytes.
  static var small: String? {
    let path = "/usr/lib/i386-linux-gnu/libdl.so.2"
    return exists(path) || isContinuousIntegration ? path : nil
  }

  static func contents(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func paths(_ names: [String]) -> [String] {
    ["i386", "x86_64"].flatMap { folder in names.map { "/usr/lib/\(folder)-linux-gnu/\($0)" } }
  }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
