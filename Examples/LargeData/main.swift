import ArchBridge

try withLibrary("libz.so.1") { zlib in
  try zlib.declare(
    """
    int compress(unsigned char *dest, unsigned long *destLen,
                 const unsigned char *source, unsigned long sourceLen);
    unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned int len);
    """)

  let image = try SharedBuffer<UInt8>(count: 4_000_000, in: zlib)
  image.withMutableSpan { bytes in
    for index in bytes.indices { bytes[index] = UInt8(truncatingIfNeeded: index / 1_000) }
  }

  let packed = try SharedBuffer<UInt8>(count: 1_000_000, in: zlib)
  let length = InOut(packed.count)
  let status: Int32 = try zlib.compress(packed, length, image, image.count)
  print("compressed to less than a tenth:", status == 0 && length.value < image.count / 10)

  let checksum: UInt32 = try zlib.crc32(0, image.address(of: 1_000), 1_000)
  let same: UInt32 = try zlib.crc32(0, image.elements(in: 1_000..<2_000), 1_000)
  print("the second thousand bytes have the checksum", checksum, same == checksum)

  let noise = [UInt8](repeating: 7, count: 2_000_000)
  let sum: UInt32 = try zlib.crc32(0, noise, noise.count)
  print("an array crosses in one copy:", sum)

  do {
    _ = try SharedBuffer<Double>(count: 1_000_000_000, in: zlib)
  } catch let error as BridgeError where error.code == .tooLarge {
    print("more than 32 bits reach is an error:", error.code)
  }
}
