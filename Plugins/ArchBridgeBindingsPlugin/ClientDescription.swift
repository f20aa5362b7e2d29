import Foundation

/// The contents of an `archbridge.json`.
struct ClientList: Decodable {
  let clients: [ClientDescription]
}

/// One client of an `archbridge.json`, with the options of `archbridge generate`.
///
/// Paths are relative to the target's folder; a library without a `/` is looked for as a program
/// would.
struct ClientDescription: Decodable {
  let name: String
  let headers: [String]
  let library: String
  var apinotes: String?
  var includes: [String]?
  var includeFolders: [String]?
  var macros: [String]?
  var searchPaths: [String]?
  var architecture: String?
  var allowMissing: Bool?

  /// The arguments of the tool.
  func arguments(in folder: URL) -> [String] {
    let isPath = library.contains("/")
    var arguments = headers.map { file($0, in: folder)?.path ?? $0 }
    arguments += ["--name", name, "--library", isPath ? absolute(library, folder) : library]
    if let apinotes { arguments += ["--apinotes", absolute(apinotes, folder)] }
    for header in includes ?? [] {
      arguments += ["--include", file(header, in: folder)?.path ?? header]
    }
    for path in includeFolders ?? [] { arguments += ["-I", absolute(path, folder)] }
    for macro in macros ?? [] { arguments += ["-D", macro] }
    for path in searchPaths ?? [] { arguments += ["--search-path", absolute(path, folder)] }
    if let architecture { arguments += ["--arch", architecture] }
    if allowMissing ?? false { arguments.append("--allow-missing") }
    return arguments
  }

  /// The files in the target's folder that the client is made from.
  func files(in folder: URL) -> [URL] {
    (headers + [apinotes, library.contains("/") ? library : nil].compactMap { $0 })
      .compactMap { file($0, in: folder) }
  }

  private func absolute(_ path: String, _ folder: URL) -> String {
    path.hasPrefix("/") ? path : folder.appending(path: path).path
  }

  /// The file of this name in the target's folder; a header may also be one of the system's.
  private func file(_ name: String, in folder: URL) -> URL? {
    let file = URL(filePath: absolute(name, folder))
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }
}
