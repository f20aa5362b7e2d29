internal import ArchBridgeTransport
internal import ArchBridgeWire

/// The requests for memory that both sides share.
extension HelperSession {
  /// Has the helper map a piece of the shared file; the reply's address is 0 where it does not fit.
  func map(offset: UInt64, byteCount: Int) throws(BridgeError) -> MappedMessage {
    let mapped: MappedMessage
    do throws(ExchangeError) {
      let body = try exchange(
        MapMessage(offset: offset, byteCount: UInt64(byteCount)), expecting: .mapped)
      guard let message = try? MappedMessage(decoding: body) else {
        throw ExchangeError.bridge(rejected("its answer does not fit the request", symbol: nil))
      }
      mapped = message
    } catch .refused {
      throw BridgeError(
        .system,
        "the helper cannot map the memory that the session shares with it: its library may have "
          + "closed descriptors that are not its own")
    } catch {
      throw self.error(error)
    }
    let width = configuration.architecture.elfBitCount
    let (end, overflow) = mapped.address.addingReportingOverflow(UInt64(byteCount))
    guard !overflow, width == 64 || end <= 1 << 32 else {
      throw rejected("it mapped memory where none can be", symbol: nil)
    }
    return mapped
  }

  /// Has the helper end a mapping.
  func unmap(_ address: UInt64, byteCount: Int) throws(BridgeError) {
    do throws(ExchangeError) {
      _ = try exchange(
        UnmapMessage(address: address, byteCount: UInt64(byteCount)), expecting: .unmapped)
    } catch {
      throw self.error(error, address: RemoteAddress(rawValue: address), byteCount: byteCount)
    }
  }
}
