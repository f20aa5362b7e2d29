extension ELFFile {
  /// Reads the dynamic section; `nil` is a file without one, such as a `.o` file.
  public func dynamicSection() throws(ObjectFileError) -> ELFDynamicSection? {
    guard let entries = try ELFDynamicEntries(image) else { return nil }
    var soname: String?
    var needed: [String] = []
    var runpath: [String] = []
    var rpath: [String] = []
    if entries.referToStrings {
      var strings = try ELFStringTable(image, entries)
      if let offset = entries[.soname] { soname = try strings.string(at: offset) }
      for offset in entries.needed { needed.append(try strings.string(at: offset)) }
      if let offset = entries[.runpath] {
        runpath = try ELFDynamicSection.folders(try strings.string(at: offset))
      }
      if let offset = entries[.rpath] {
        rpath = try ELFDynamicSection.folders(try strings.string(at: offset))
      }
    }
    let flags = entries[.flags] ?? 0
    let flags1 = entries[.flags1] ?? 0
    return ELFDynamicSection(
      soname: soname,
      neededLibraries: needed,
      runpath: runpath,
      rpath: rpath,
      isPositionIndependentExecutable: flags1 & 0x0800_0000 != 0,
      forbidsOpening: flags1 & 0x40 != 0,
      usesStaticThreadLocalStorage: flags & 0x10 != 0,
      hasTextRelocations: flags & 0x4 != 0 || entries[.textRelocations] != nil)
  }
}
