/// A pointer of one kind, which Swift keeps apart from those of other kinds: an opaque handle.
///
///     struct Meter: LibraryHandle {
///       let address: RemoteAddress
///       init(address: RemoteAddress) { self.address = address }
///     }
///
///     let meter: Meter = try lib.meter_open("/dev/ttyS0")
///
/// It stands for a pointer wherever a `RemoteAddress` does; as a result that may be null it is
/// optional.
public protocol LibraryHandle: LibraryScalar, NullableResult, Hashable {
  /// Makes the handle that is at an address.
  init(address: RemoteAddress)
  /// The pointer.
  var address: RemoteAddress { get }
}

extension LibraryHandle {
  /// A pointer.
  public static var scalarKind: ScalarKind { RemoteAddress.scalarKind }
  /// The address.
  public var scalarBits: UInt64 { address.scalarBits }
  /// Makes the handle that is at the address of this number.
  public init(scalarBits: UInt64) { self.init(address: RemoteAddress(scalarBits: scalarBits)) }
}
