/// How much memory a type takes.
public struct CExtent: Hashable, Sendable {
  /// What C's `sizeof` gives.
  public var byteCount: Int
  /// What C's `_Alignof` gives: the alignment inside a structure.
  public var alignment: Int

  /// Makes an extent.
  public init(byteCount: Int, alignment: Int) {
    self.byteCount = byteCount
    self.alignment = alignment
  }
}
