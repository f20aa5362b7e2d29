/// What a library or program tells the loader about itself.
public struct ELFDynamicSection: Hashable, Sendable {
  /// The name that other files need the library by (`DT_SONAME`).
  public let soname: String?
  /// The names of the libraries that the file needs, in the order of the search (`DT_NEEDED`).
  public let neededLibraries: [String]
  /// The folders in which the loader looks for them, as written, with `$ORIGIN` (`DT_RUNPATH`).
  ///
  /// An empty name is the process's current folder.
  public let runpath: [String]
  /// The same in the older form, which counts only where there is no runpath (`DT_RPATH`).
  public let rpath: [String]
  /// Whether the file is a program that is not to be opened as a library (`DF_1_PIE`).
  ///
  /// Older linkers do not mark such programs.
  public let isPositionIndependentExecutable: Bool
  /// Whether the file asks that `dlopen` refuse it (`DF_1_NOOPEN`).
  public let forbidsOpening: Bool
  /// Whether the file needs thread-local storage of the start, which may run out (`DF_STATIC_TLS`).
  public let usesStaticThreadLocalStorage: Bool
  /// Whether loading writes to the code, which hardened systems refuse (`DT_TEXTREL`).
  public let hasTextRelocations: Bool
}
