/// A number that has the same width everywhere, and lies in memory as C has it.
///
/// `Int8` to `UInt64`, `Float` and `Double`; a type of your own cannot become one. `Int` is none,
/// since C's integers have the library's width: name it, as in `Int32`.
public protocol SharedElement: LibraryScalar, BitwiseCopyable {}

extension Int8: SharedElement {}
extension UInt8: SharedElement {}
extension Int16: SharedElement {}
extension UInt16: SharedElement {}
extension Int32: SharedElement {}
extension UInt32: SharedElement {}
extension Int64: SharedElement {}
extension UInt64: SharedElement {}
extension Float: SharedElement {}
extension Double: SharedElement {}
