extension LineUnitHeader {
  /// A file's name, and its folder's, as the tables have them.
  struct File {
    var name: DWARFForm.Text
    /// `nil` is the folder that the unit was compiled in.
    var folder: DWARFForm.Text?
    /// The folder that the unit was compiled in, where the tables tell it.
    var compilationFolder: DWARFForm.Text?
  }

  /// The file with the number that a row of the program has; `nil` where the tables lack it.
  func file(_ number: UInt64) throws(ObjectFileError) -> File? {
    version >= 5 ? try describedFile(number) : try listedFile(number)
  }

  /// The tables of DWARF 2 to 4: strings, an empty one at the end; numbers count from one.
  private func listedFile(_ number: UInt64) throws(ObjectFileError) -> File? {
    guard number > 0 else { return nil }
    var cursor = tables
    while try !cursor.string().isEmpty {}
    var index: UInt64 = 1
    while true {
      let name = try cursor.string()
      guard !name.isEmpty else { return nil }
      let folder = try cursor.uleb()
      _ = try cursor.uleb()
      _ = try cursor.uleb()
      if index == number {
        return File(name: .inline(name), folder: try listedFolder(folder))
      }
      index += 1
    }
  }

  private func listedFolder(_ number: UInt64) throws(ObjectFileError) -> DWARFForm.Text? {
    guard number > 0 else { return nil }
    var cursor = tables
    var index: UInt64 = 1
    while true {
      let name = try cursor.string()
      guard !name.isEmpty else { return nil }
      if index == number { return .inline(name) }
      index += 1
    }
  }

  /// The tables of DWARF 5, which say themselves how they are encoded; numbers count from zero.
  private func describedFile(_ number: UInt64) throws(ObjectFileError) -> File? {
    var cursor = tables
    _ = try entry(nil, &cursor)
    guard let file = try entry(number, &cursor), let name = file.name else { return nil }
    var again = tables
    let folder = file.folder == 0 ? nil : try entry(file.folder, &again)?.name
    again = tables
    return File(name: name, folder: folder, compilationFolder: try entry(0, &again)?.name)
  }

  /// Goes past a table of DWARF 5, or to the entry with a number.
  private func entry(
    _ number: UInt64?, _ cursor: inout DWARFCursor
  ) throws(ObjectFileError) -> (name: DWARFForm.Text?, folder: UInt64)? {
    var formats: [(content: UInt64, form: UInt64)] = []
    for _ in 0..<(try cursor.uint8()) { formats.append((try cursor.uleb(), try cursor.uleb())) }
    let count = try cursor.uleb()
    // Each entry takes a byte at least: the count is bounded by what is there.
    guard count <= UInt64(cursor.remaining), !formats.isEmpty || count == 0 else {
      throw cursor.error
    }
    var form = DWARFForm(number: 0, addressByteCount: 0, isWide: isWide, version: version)
    for index in 0..<count {
      var name: DWARFForm.Text?
      var folder: UInt64 = 0
      let start = cursor.position
      for format in formats {
        form.number = format.form
        switch format.content {
        case 1: name = try form.text(&cursor)
        case 2: folder = try form.value(&cursor)
        default: _ = try form.value(&cursor)
        }
      }
      if index == number { return (name, folder) }
      guard cursor.position > start else { throw cursor.error }
    }
    return nil
  }

  private var tables: DWARFCursor { DWARFCursor(bytes, at: tablesStart) }
}
