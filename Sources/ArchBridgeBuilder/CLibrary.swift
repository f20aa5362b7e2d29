import Foundation

/// Where the C library and libffi of a helper's platform are on this machine.
struct CLibrary {
  /// Options that let clang find the headers.
  let headerOptions: [String]
  /// The folder of `crt1.o`, `crti.o`, `crtn.o` and `libc.so`.
  let startFiles: URL
  /// Folders to link from.
  let libraryFolders: [URL]
  /// The static libffi.
  let libffi: URL
  /// The shared libgcc.
  let libgcc: URL

  /// Something that a helper's platform needs, and that is not there.
  struct Missing: Error {
    let what: String
  }

  /// Finds them below `root`, in either of the ways in which Debian provides them.
  init(for platform: HelperPlatform, root: URL = URL(filePath: "/")) throws(Missing) {
    func file(_ path: String) -> URL? {
      let url = root.appending(path: path)
      return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }
    func missing(_ what: String) -> Missing {
      Missing(what: "\(what) for \(platform.name)")
    }
    let multiarch = "usr/lib/\(platform.multiarchName)"
    let headers = "usr/include/\(platform.multiarchName)"
    if file("\(headers)/bits/libc-header-start.h") != nil, file("\(multiarch)/crt1.o") != nil {
      headerOptions = []
      startFiles = root.appending(path: multiarch)
    } else if let multilibHeaders = platform.multilibHeaders,
      let multilibLibraries = platform.multilibLibraries,
      file("\(multilibHeaders)/gnu/stubs-32.h") != nil, file("\(multilibLibraries)/crt1.o") != nil
    {
      headerOptions = ["-idirafter", root.appending(path: multilibHeaders).path]
      startFiles = root.appending(path: multilibLibraries)
    } else {
      throw missing("the C library's headers")
    }
    guard file("\(headers)/ffi.h") != nil, let libffi = file("\(multiarch)/libffi.a") else {
      throw missing("libffi's headers")
    }
    self.libffi = libffi
    guard
      let libgcc = ["lib/\(platform.multiarchName)", multiarch, "usr/lib32", "lib32"]
        .lazy.compactMap({ file("\($0)/libgcc_s.so.1") }).first
    else { throw missing("libgcc") }
    self.libgcc = libgcc
    libraryFolders = [startFiles, root.appending(path: multiarch)]
  }
}
