import Foundation

/// The modules that all helpers of an architecture are made of, compiled once for all that are
/// built from the same checkout: they are kept in the user's folder for caches.
struct HelperModules {
  let folders: [URL]
  let compiler: HelperCompiler
  /// Where they are compiled to.
  let folder: URL

  /// - Parameters:
  ///   - folders: the modules' sources, each after those that it imports.
  ///   - otherwise: where they are compiled to if nothing can be kept.
  init(folders: [URL], compiler: HelperCompiler, otherwise: URL) {
    self.folders = folders
    self.compiler = compiler
    folder = Self.cache(of: folders, compiler.platform) ?? otherwise
  }

  /// A folder of caches for these sources, if it can be written to.
  private static func cache(of folders: [URL], _ platform: HelperPlatform) -> URL? {
    guard let sources = folders.first?.deletingLastPathComponent().standardizedFileURL.path,
      let caches = FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first
    else { return nil }
    // Sources whose names are alike replace one another's, which costs time only.
    let name = sources.replacing("/", with: "-").suffix(200)
    let folder = caches.appending(path: "archbridge/\(name)/\(platform.name)")
    let isThere: Void? = try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let parent = folder.deletingLastPathComponent()
    let isOwn = [folder, parent, parent.deletingLastPathComponent()].allSatisfy(Self.isOwn)
    return isThere != nil && isOwn && access(folder.path, W_OK) == 0 ? folder : nil
  }

  /// Whether nobody else can put into a folder what would be linked into helpers.
  private static func isOwn(_ folder: URL) -> Bool {
    var status = stat()
    return stat(folder.path, &status) == 0 && status.st_uid == geteuid()
      && status.st_mode & S_IWOTH == 0
  }

  /// Waits for the lock.
  private func take(_ lock: Int32, _ how: Int32) throws {
    while flock(lock, how) != 0 {
      guard errno == EINTR else {
        throw BuildFailure(
          "\(folder.path) cannot be locked; set XDG_CACHE_HOME to a folder of a local disk")
      }
    }
  }

  /// Has the modules compiled, and hands `body` their objects, which stay as they are meanwhile.
  func withCompiled<Result>(_ body: ([URL]) throws -> Result) throws -> Result {
    let lock = open(
      folder.appending(path: "modules.lock").path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw BuildFailure("\(folder.path) cannot be written to") }
    defer { close(lock) }
    let stamp = try BuildStamp(
      arguments: [compiler.swift.path] + compiler.library.headerOptions, folders: folders)
    // Another build, of a checkout that has changed, may come in between.
    for _ in 0..<16 {
      try take(lock, LOCK_SH)
      if isCompiled(stamp) { return try body(folders.flatMap(objects)) }
      try take(lock, LOCK_EX)
      if !isCompiled(stamp) {
        try? FileManager.default.removeItem(at: stampFile)
        for folder in folders { try compile(folder) }
        try compiled.write(to: compiledFile)
        try stamp.write(to: stampFile)
      }
    }
    throw BuildFailure("\(folder.path) changes while it is used; build once more")
  }

  private var stampFile: URL { folder.appending(path: "modules.stamp") }
  private var compiledFile: URL { folder.appending(path: "compiled.stamp") }

  /// What has been compiled, none of which may be missing or damaged.
  private var compiled: BuildStamp {
    get throws {
      let modules = folders.map {
        folder.appending(path: $0.lastPathComponent + (isC($0) ? ".modulemap" : ".swiftmodule"))
      }
      return try BuildStamp(arguments: [], folders: folders.flatMap(objects) + modules)
    }
  }

  private func isCompiled(_ stamp: BuildStamp) -> Bool {
    stamp.isUpToDate(stampFile, stamp: stampFile)
      && (try? compiled.isUpToDate(compiledFile, stamp: compiledFile)) ?? false
  }

  private func isC(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "include").path)
  }

  /// A module's object files.
  private func objects(of source: URL) -> [URL] {
    let names =
      isC(source)
      ? BuildStamp.files(in: source).filter { $0.pathExtension == "c" }
        .map { $0.deletingPathExtension().lastPathComponent } : [source.lastPathComponent]
    return names.map { folder.appending(path: "\($0).o") }
  }

  private func compile(_ source: URL) throws {
    let name = source.lastPathComponent
    let files = BuildStamp.files(in: source)
    guard isC(source) else {
      try compiler.compileSwift(
        name, files.filter { $0.pathExtension == "swift" }, in: folder, importing: [folder],
        to: "compiling the \(compiler.platform.name) helper's \(name)")
      return
    }
    let include = source.appending(path: "include")
    let header = "\(include.path)/\(name).h".replacing("\\", with: "\\\\")
      .replacing("\"", with: "\\\"")
    let map = folder.appending(path: "\(name).modulemap")
    try Data("module \(name) { umbrella header \"\(header)\" export * }".utf8)
      .write(to: map)
    let includes = folders.filter(isC).map { $0.appending(path: "include") }
    try compiler.compileC(files.filter { $0.pathExtension == "c" }, includes: includes, in: folder)
  }
}
