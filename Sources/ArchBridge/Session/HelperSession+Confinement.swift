internal import ArchBridgeABI
internal import ArchBridgeLibraryFiles
internal import ArchBridgeWire
internal import CArchBridgeShims
internal import Glibc

/// Confining a helper, and what that has to do with its errors.
extension HelperSession {
  /// Confines the helper before it loads anything, or, where it has been forked, before it calls.
  func confine(to request: ConfineMessage) throws(BridgeError) {
    let wanted = configuration.confinement
    guard wanted != .none || configuration.limits != .init() else { return }
    let missing = (wanted.writable + wanted.readable).first { !LibraryLocator.exists($0) }
    if let missing, !archive.isReplayed {
      throw BridgeError(
        .confinementUnavailable, "the confinement names \(missing), which is not there")
    }
    do throws(ExchangeError) {
      let body = try exchange(request, expecting: .confined)
      guard let answer = try? ConfinedMessage(decoding: body),
        answer.restrictions == request.restrictions, answer.limits == request.limits
      else {
        throw ExchangeError.bridge(
          rejected("it does not confirm how it is to be confined", symbol: nil))
      }
    } catch .refused(let failure) where failure.code == .confinementUnavailable {
      throw BridgeError(
        .confinementUnavailable,
        "the helper cannot be confined as the configuration says: \(printable(failure.text))")
    } catch .refused(let failure) where failure.code == .unexpectedRequest {
      throw BridgeError(
        .confinementUnavailable,
        "the helper is of a version without confinement; build it from this version of ArchBridge")
    } catch {
      throw self.error(error)
    }
  }

  /// What has been refused.
  var refusals: [LibraryClient.Refusal] {
    guard configuration.confinement != .none else { return [] }
    var words: [UInt32] = []
    if let sharedMemory {
      words = sharedMemory.refusals
    } else if let body = try? exchange(ConfineMessage(restrictions: 0), expecting: .confined),
      let answer = try? ConfinedMessage(decoding: body)
    {
      words = answer.refusals
    }
    return words.map { word in
      // Safe: the name is a constant.
      let name = unsafe ab_refused_call_name(configuration.architecture.elfMachine, word >> 16)
        .map { unsafe String(cString: $0) }
      return LibraryClient.Refusal(
        systemCall: name ?? "system call \(word >> 16)", count: Int(word & 0xFFFF))
    }
  }

  /// The error of a helper's end, with what its confinement and limits have to do with it.
  func explained(_ error: BridgeError) -> BridgeError {
    let (confinement, limits) = (configuration.confinement, configuration.limits)
    guard error.code == .helperEnded, confinement != .none || limits != .init() else {
      return error
    }
    var notes: [String] = []
    switch error.exitStatus {
    case .signalled(SIGXCPU), .signalled(SIGKILL):
      if let seconds = limits.processorSeconds {
        notes.append("its limit is \(seconds) s of processor time (`limits.processorSeconds`)")
      }
    case .signalled(SIGXFSZ):
      if let byteCount = limits.fileByteCount {
        notes.append("a file may have \(byteCount) bytes (`limits.fileByteCount`)")
      }
    case .signalled(SIGSYS) where confinement != .none:
      notes.append(
        "its confinement ends it where it makes a system call of another architecture, or a refused "
          + "one while it blocks SIGSYS or in a program that it started")
    default:
      if let byteCount = limits.memoryByteCount, error.end?.crash?.lackedMemory == true {
        notes.append(
          "it had been refused memory, of which its limit is \(byteCount) bytes "
            + "(`limits.memoryByteCount`)")
      }
    }
    if let sharedMemory, !sharedMemory.refusals.isEmpty {
      notes.append("refused before: \(refusals.map(\.description).joined(separator: ", "))")
    }
    return error.adding(notes)
  }

  /// The error of a library that could not be loaded, with what is kept from it.
  func explainedLoad(_ error: BridgeError) -> BridgeError {
    var notes: [String] = []
    if configuration.confinement.level == .strict {
      notes.append(
        "its confinement lets it read nothing but the loader's folders, `searchPaths`, and what "
          + "`.strict(reading:)` names")
    }
    if let byteCount = configuration.limits.memoryByteCount {
      notes.append("its memory is limited to \(byteCount) bytes (`limits.memoryByteCount`)")
    }
    return error.adding(notes)
  }
}

extension BridgeError {
  /// The same error with more to say.
  fileprivate func adding(_ notes: [String]) -> BridgeError {
    guard !notes.isEmpty else { return self }
    var error = BridgeError(
      code, ([message] + notes).joined(separator: "; "), symbol: symbol, library: library)
    error.end = end
    return error
  }
}

extension HelperStart {
  /// What the helper is asked to be confined to.
  var confinement: ConfineMessage {
    let wanted = configuration.confinement
    var request = ConfineMessage(restrictions: 0, limits: configuration.limits.numbers)
    guard wanted != .none else { return request }
    request.newestLandlock = wanted.newestLandlock
    request.restrictions = UInt32(AB_RESTRICT_NETWORK)
    if wanted.level >= .readOnlyFiles { request.restrictions |= UInt32(AB_RESTRICT_CHANGES) }
    if wanted.level == .strict || !wanted.allowsSignals {
      request.restrictions |= UInt32(AB_RESTRICT_SIGNALS)
    }
    request.writable = wanted.writable.map { [UInt8](LibraryLocator.absolute($0).utf8) }
    guard wanted.level == .strict else { return request }
    request.restrictions |= UInt32(AB_RESTRICT_READING)
    // A template has to fork.
    if case .template = role {} else { request.restrictions |= UInt32(AB_RESTRICT_PROCESSES) }
    let environment = configuration.environment["LD_LIBRARY_PATH"] ?? inheritedSearchPath
    let folders =
      searchPaths + environment.split(whereSeparator: { $0 == ":" || $0 == ";" }).map(String.init)
    let locator = LibraryLocator(
      architecture: configuration.architecture, searchPaths: folders)
    request.readable = (Self.readableFiles + locator.folders + wanted.readable)
      .map { [UInt8](LibraryLocator.absolute($0).utf8) }
    if let libraryPath { request.readable.append([UInt8](libraryPath.utf8)) }
    return request
  }

  private var inheritedSearchPath: String {
    HelperEnvironment.inherited["LD_LIBRARY_PATH"].map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// What the C library opens by itself, besides libraries.
  private static let readableFiles = [
    "/lib", "/usr/lib", "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/localtime",
    "/usr/share/zoneinfo", "/usr/share/locale", "/dev/zero", "/dev/random", "/dev/urandom",
    "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu",
  ]
}
