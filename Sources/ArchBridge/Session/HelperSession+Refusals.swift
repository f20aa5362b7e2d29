internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles
internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

/// What the helper's refusals mean to a caller.
extension HelperSession {
  func error(
    _ error: ExchangeError, symbol: String? = nil, library: String? = nil,
    address: RemoteAddress? = nil, byteCount: Int = 0
  ) -> BridgeError {
    let refusal: FailureMessage
    switch error {
    case .bridge(let error): return error
    case .unmade: return named(ended, symbol)
    case .refused(let failure): refusal = failure
    case .tooLarge(let byteCount):
      return BridgeError(
        .tooLarge,
        "\(byteCount) bytes are more than one request can carry, which is "
          + "\(EnvelopeHeader.bodyLimit)", symbol: symbol)
    }
    let place =
      address.map { "\(byteCount) byte\(byteCount == 1 ? "" : "s") at \($0)" }
      ?? "an address"
    switch refusal.code {
    case .symbolNotFound:
      return archive.settle(notFound(symbol ?? ""))
    case .badAddress:
      guard address != nil else {
        return BridgeError(
          .badAddress,
          "the address that it was to call, or that of the text that it returned, is no memory",
          symbol: symbol)
      }
      return BridgeError(.badAddress, "\(place) are not memory that the helper can use so")
    case .outOfRange:
      let width = configuration.architecture.elfBitCount
      return BridgeError(
        .valueOutOfRange, "\(place) is no address of \(width) bits", symbol: symbol)
    case .textTooLong:
      if let address {
        return BridgeError(.tooLarge, "the text at \(address) has no end within \(byteCount) bytes")
      }
      return BridgeError(
        .tooLarge,
        "the text has no end within \(configuration.textLimit) bytes; raise `textLimit`, or read "
          + "its memory", symbol: symbol)
    case .outOfMemory:
      return BridgeError(.tooLarge, "the helper has no memory left for that", symbol: symbol)
    case .exceptionThrown:
      return thrown(refusal, symbol)
    case .serverFailed:
      return serverError(refusal, symbol)
    case .wrongRequest:
      return BridgeError(.wrongRequest, printable(refusal.text), symbol: symbol)
    case .unsupportedCall:
      return BridgeError(.unsupportedType, "libffi cannot make such a call", symbol: symbol)
    default:
      let text = printable(refusal.text)
      return BridgeError(
        .protocolViolation, "the helper refused the request: \(text)", symbol: symbol,
        library: library)
    }
  }

  /// An error that met a request, with the function that it was about unless it has one.
  func named(_ error: BridgeError, _ symbol: String?) -> BridgeError {
    var error = error
    if error.symbol == nil { error.symbol = symbol }
    return error
  }

  /// The error for a name that no library has, with names that are near it.
  private func notFound(_ symbol: String) -> BridgeError {
    let libraries = libraries.withLock { $0 }
    let names = libraries.flatMap { library in
      (try? LibraryFile(path: library.path))?.exportedNames ?? []
    }
    let overloads = Set(
      CxxSymbol.named(CxxName(symbol), among: names, knowing: types.declarations).map(\.text)
    ).sorted().prefix(3).map { $0.abridged() }.joined(separator: "; ")
    guard overloads.isEmpty else {
      return BridgeError(
        .symbolNotFound,
        "no C function \(symbol) is in \(libraries.map(\.name).joined(separator: ", ")), but the "
          + "C++ \(overloads): call it by that signature", symbol: symbol)
    }
    let near = nearNames(to: symbol, in: names, limit: 3).map { $0.shown().abridged() }
    let advice = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    let searched = libraries.map(\.name).joined(separator: ", ")
    if serverInterface.withLock({ (try? $0?.member(symbol)) != nil }) {
      return BridgeError(
        .symbolNotFound,
        "no function \(symbol) is in \(searched); the server's is called as `server.\(symbol)`",
        symbol: symbol)
    }
    return BridgeError(
      .symbolNotFound, "no function \(symbol) is in \(searched)\(advice)", symbol: symbol)
  }
}

/// A helper's text as it can be shown: UTF-8, without control characters, of bounded length.
func printable(_ bytes: [UInt8]) -> String {
  String(decoding: bytes.prefix(1_024), as: UTF8.self).shown()
}
