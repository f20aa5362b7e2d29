extension ELFDynamicSection {
  /// The folders that the loader searches for this file's needed libraries before its own.
  ///
  /// These are the runpath's, or the rpath's where there is no runpath.
  ///
  /// - Parameter origin: The folder of the file itself, without a final slash.
  public func searchFolders(origin: String) -> [String] {
    (runpath.isEmpty ? rpath : runpath).map { Self.expanded($0, origin: origin) }
  }

  /// Replaces `$ORIGIN` and `${ORIGIN}` in `folder` by `origin`; other names stay as written.
  public static func expanded(_ folder: String, origin: String) -> String {
    let bytes = Array(folder.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == dollar, let end = endOfOrigin(in: bytes, after: index) {
        result += Array(origin.utf8)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The longest list of folders that is taken apart.
  private static let folderListByteLimit = 65_536

  /// The folders of a list that colons separate.
  static func folders(_ list: String) throws(ObjectFileError) -> [String] {
    guard list.utf8.count <= folderListByteLimit else { throw .stringsTooLong(.dynamicSection) }
    guard !list.isEmpty else { return [] }
    return list.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  }

  private static let dollar = UInt8(ascii: "$")

  /// Where the name that follows the dollar at `index` ends, if it is `ORIGIN`.
  ///
  /// The System V ABI takes the longest name: `$ORIGINAL` is another.
  private static func endOfOrigin(in bytes: [UInt8], after index: Int) -> Int? {
    let rest = bytes[(index + 1)...]
    if rest.starts(with: "{ORIGIN}".utf8) { return index + 9 }
    guard rest.starts(with: "ORIGIN".utf8) else { return nil }
    let end = index + 7
    guard end < bytes.count else { return end }
    switch bytes[end] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      return nil
    default:
      return end
    }
  }
}
