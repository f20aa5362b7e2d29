internal import ArchBridge
internal import CArchBridgeShims
internal import FoundationEssentials

/// What `doctor` looks at.
struct Diagnosis {
  /// Every check in the order in which they build on one another.
  var checks: [Check] {
    Architecture.all.flatMap { architecture in
      [loader(architecture), start(architecture), call(architecture), headers(architecture)]
    } + [processes, confinement, compiler]
  }

  /// Whether the system has what ends everything that a library starts.
  private var processes: Check {
    let support = ab_keeper_support()
    let wanted = [
      (AB_HAS_PROCESS_DESCRIPTORS, "process descriptors (Linux 5.4)"),
      (AB_KEEPS_ORPHANS, "PR_SET_CHILD_SUBREAPER (Linux 3.4)"),
      (AB_LISTS_CHILDREN, "/proc/PID/task/PID/children (CONFIG_PROC_CHILDREN, and /proc mounted)"),
    ]
    let missing = wanted.filter { support & Int32($0.0) == 0 }
    return Check(
      "processes", passes: missing.isEmpty,
      detail: missing.isEmpty
        ? "what a library starts can be found and ended"
        : "missing: \(missing.map(\.1).joined(separator: ", "))",
      mend: "mount -t proc proc /proc, or another kernel",
      isRequired: support & Int32(AB_HAS_PROCESS_DESCRIPTORS) == 0)
  }

  /// Whether the program interpreter of the architecture is there.
  private func loader(_ architecture: Architecture) -> Check {
    let isThere = FileManager.default.isExecutableFile(atPath: architecture.loaderPath)
    return Check(
      "\(architecture.name) loader", passes: isThere,
      detail: "\(architecture.loaderPath) is \(isThere ? "there" : "missing")",
      mend: install(["libc6"], architecture), isRequired: architecture == .i386)
  }

  /// Whether a helper of the architecture starts and answers.
  private func start(_ architecture: Architecture) -> Check {
    outcome("\(architecture.name) helper", architecture) { client in
      "started, process \(client.helperProcessID)"
    }
  }

  /// Whether a helper loads a library and calls a function.
  private func call(_ architecture: Architecture) -> Check {
    outcome("\(architecture.name) library", architecture) { client in
      try client.declare("double sqrt(double x);")
      let root: Double = try client.call("sqrt", 2.0)
      guard root == 2.0.squareRoot() else {
        throw BridgeError(.protocolViolation, "sqrt(2) came back as \(root)")
      }
      return "libm.so.6 is loaded, and its sqrt answers"
    }
  }

  private func outcome(
    _ name: String, _ architecture: Architecture, _ body: (LibraryClient) throws -> String
  ) -> Check {
    let required = architecture == .i386
    guard loader(architecture).passes else {
      return Check(
        name, passes: false, detail: "not tried, since the loader is missing",
        mend: install(["libc6"], architecture), isRequired: required)
    }
    do {
      let detail = try withLibrary(
        "libm.so.6", configuration: .init(architecture: architecture, timeout: .seconds(10)), body)
      return Check(name, passes: true, detail: detail, mend: nil, isRequired: required)
    } catch {
      return Check(
        name, passes: false, detail: "\(error)",
        mend:
          "unset \(HelperProgram.environmentVariable(architecture)), if it is set, and see the reason above",
        isRequired: required)
    }
  }

  /// Whether a helper can be confined strictly, and what the kernel has for it.
  private var confinement: Check {
    let landlock = ab_landlock_version()
    let offered =
      "Landlock \(landlock == 0 ? "none" : "\(landlock)"), seccomp \(ab_has_seccomp() != 0 ? "yes" : "no")"
    let lacking =
      landlock > 0 && landlock < 6
      ? "; signals can be kept from other processes by --confine strict alone" : ""
    guard loader(.i386).passes else {
      return Check(
        "confinement", passes: false, detail: "\(offered); not tried, since the loader is missing",
        mend: install(["libc6"], .i386), isRequired: false)
    }
    do {
      try withLibrary(
        "libm.so.6", configuration: .init(timeout: .seconds(10), confinement: .strict)
      ) { client in
        let root: Double = try client.call("sqrt", 4.0)
        guard root == 2 else { throw BridgeError(.protocolViolation, "sqrt(4) is \(root)") }
      }
      return Check(
        "confinement", passes: true, detail: "every level; \(offered)\(lacking)", mend: nil,
        isRequired: false)
    } catch {
      return Check(
        "confinement", passes: false, detail: "\(offered); \(error)",
        mend: "boot Linux 5.13 or later with landlock among the names of `lsm=`", isRequired: false)
    }
  }

  /// Whether building a helper finds what it needs: the C library's headers and start files, and
  /// libffi.
  private func headers(_ architecture: Architecture) -> Check {
    let triplet = architecture.libraryFolders[0].split(separator: "/").last.map(String.init) ?? ""
    let ways = [
      ["/usr/include/\(triplet)/bits/libc-header-start.h", "/usr/lib/\(triplet)/crt1.o"],
      architecture == .i386
        ? ["/usr/include/x86_64-linux-gnu/gnu/stubs-32.h", "/usr/lib32/crt1.o"] : nil,
    ].compactMap { $0 }
    let libffi = ["/usr/include/\(triplet)/ffi.h", "/usr/lib/\(triplet)/libffi.a"]
    func areThere(_ paths: [String]) -> Bool {
      paths.allSatisfy(FileManager.default.fileExists(atPath:))
    }
    var missing: [String] = []
    if !ways.contains(where: areThere) { missing.append("libc6-dev") }
    if !areThere(libffi) { missing.append("libffi-dev") }
    return Check(
      "\(architecture.name) build", passes: missing.isEmpty,
      detail: missing.isEmpty
        ? "headers and libffi are there" : "\(missing.joined(separator: ", ")) missing",
      mend: install(missing, architecture), isRequired: false)
  }

  /// Whether there is a Swift toolchain whose Embedded Swift knows the architectures.
  private var compiler: Check {
    let swiftc = Toolchain.compiler
    let modules = swiftc?.resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().appending(
        path: "lib/swift/embedded/Swift.swiftmodule/i686-unknown-none-elf.swiftmodule")
    let isThere = modules.map { FileManager.default.fileExists(atPath: $0.path) } ?? false
    let detail =
      switch (swiftc, isThere) {
      case (nil, _): "no swiftc is in PATH"
      case (let path?, false): "\(path.path) has no Embedded Swift for i686"
      case (let path?, true): "\(path.path) has Embedded Swift for i686"
      }
    return Check(
      "Swift toolchain", passes: isThere, detail: detail,
      mend: "install a release toolchain of Swift 6.3 or later, and put it into PATH",
      isRequired: false)
  }

  private func install(_ packages: [String], _ architecture: Architecture) -> String {
    let names = packages.map { "\($0):\(architecture.debianName)" }.joined(separator: " ")
    let add = architecture == .i386 ? "dpkg --add-architecture i386 && " : ""
    return "\(add)apt-get update && apt-get install \(names)"
  }
}
