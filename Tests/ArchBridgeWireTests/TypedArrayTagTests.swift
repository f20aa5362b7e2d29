import ArchBridgeWire
import Testing

/// RFC 8746, section 2.1: the bits of a typed array's tag.
@Suite struct TypedArrayTagTests {
  @Test(arguments: TypedArrayTag.allCases)
  func `a tag's low bits spell its element's width`(_ tag: TypedArrayTag) {
    let isFloat = tag.rawValue & 0x10 != 0
    #expect(tag.elementByteCount == 1 << Int((tag.rawValue & 0x03) + (isFloat ? 1 : 0)))
  }

  @Test(arguments: TypedArrayTag.allCases.filter { $0.elementByteCount > 1 })
  func `a tag of elements of several bytes says little endian`(_ tag: TypedArrayTag) {
    #expect(tag.rawValue & 0x04 != 0)
  }
}
