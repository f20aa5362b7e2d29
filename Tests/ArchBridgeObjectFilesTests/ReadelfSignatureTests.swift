import ArchBridgeABI
import ArchBridgeLibraryFiles
import ArchBridgeObjectFiles
import Foundation
import Testing

/// What this reader says of functions and structures is what `readelf` says of the same libraries.
@Suite(
  .enabled(if: Tool.isThere("gcc") && Tool.isThere("clang") && Tool.isThere("readelf")),
  .timeLimit(.minutes(10)))
struct ReadelfSignatureTests {
  /// How much was compared.
  private struct Counts: Equatable {
    var functions = 0
    var parameters = 0
    var records = 0
    var members = 0
  }

  /// Compares one library; the counts are of what is equal.
  private func compare(_ path: String) throws -> Counts {
    let found = try DebugDeclarations(path: path)
    let other = try ReadelfEntries(path)
    var counts = Counts()
    let symbols = try #require(try? ELFFile(ObjectFileBytes(InstalledLibraries.contents(path))))
      .exportedSymbols()
    let left = Set(found.omissions.map(\.name))
    for unit in other.units {
      for entry in unit.children where entry.tag == "DW_TAG_subprogram" {
        let chain = other.chain(entry)
        guard let name = chain.lazy.compactMap(\.name).first,
          let address = entry.attributes["DW_AT_low_pc"].flatMap(ReadelfEntries.number),
          symbols.contains(where: { $0.name == name && $0.address == UInt64(address) })
        else { continue }
        if left.contains(name) { continue }
        let function = try #require(found.declarations.function(named: name), "\(path): \(name)")
        let source =
          chain.last?.children.contains { $0.tag == "DW_TAG_formal_parameter" } == true
          ? chain.last : entry
        let parameters = (source ?? entry).children.filter { $0.tag == "DW_TAG_formal_parameter" }
        #expect(
          function.type.parameters.map(\.name)
            == parameters.map { other.chain($0).lazy.compactMap(\.name).first },
          "\(path): \(name)")
        let isVariadic = (source ?? entry).children.contains {
          $0.tag == "DW_TAG_unspecified_parameters"
        }
        #expect(function.type.isVariadic == isVariadic, "\(path): \(name)")
        counts.functions += 1
        counts.parameters += parameters.count
      }
    }
    try compareRecords(found, other, path, &counts)
    return counts
  }

  private func compareRecords(
    _ found: DebugDeclarations, _ other: ReadelfEntries, _ path: String, _ counts: inout Counts
  ) throws {
    let records = other.entries.values.filter {
      ($0.tag == "DW_TAG_structure_type" || $0.tag == "DW_TAG_union_type")
        && $0.byteCount != nil
    }
    for name in found.declarations.typeNames {
      for kind in [RecordKind.structure, .union] {
        guard found.declarations.record(kind, tag: name) != nil else { continue }
        let layout = try found.declarations.layout(
          of: .record(kind, tag: name), in: found.architecture.dataModel)
        let candidates = records.filter { $0.name == name || $0.name == nil }
        let isEqual = candidates.contains { isSame($0, layout, other) }
        #expect(isEqual, "\(path): \(name)")
        if isEqual {
          counts.records += 1
          counts.members += layout.members.count
        }
      }
    }
  }

  private func isSame(
    _ entry: ReadelfEntries.Entry, _ layout: CRecordLayout, _ other: ReadelfEntries
  ) -> Bool {
    guard entry.byteCount == layout.byteCount else { return false }
    var places: [String: Int] = [:]
    add(entry, at: 0, other, to: &places)
    guard places.count == layout.members.count else { return false }
    return layout.members.allSatisfy { member in
      places[member.name] == 8 * member.byteOffset + (member.bitOffset ?? 0)
    }
  }

  /// Adds where members are, in bits.
  private func add(
    _ entry: ReadelfEntries.Entry, at start: Int, _ other: ReadelfEntries,
    to places: inout [String: Int]
  ) {
    for member in entry.children where member.tag == "DW_TAG_member" {
      var place = start
      if let bits = member.attributes["DW_AT_data_bit_offset"].flatMap(ReadelfEntries.number) {
        place += bits
      } else {
        let value = member.attributes["DW_AT_data_member_location"] ?? "0"
        let plus = value.range(of: "DW_OP_plus_uconst: ")
        place +=
          8 * (ReadelfEntries.number(plus.map { String(value[$0.upperBound...]) } ?? value) ?? 0)
        if let high = member.attributes["DW_AT_bit_offset"].flatMap(ReadelfEntries.number),
          let count = member.attributes["DW_AT_bit_size"].flatMap(ReadelfEntries.number)
        {
          place += 8 * (member.byteCount ?? 4) - high - count
        }
      }
      if let name = member.name {
        places[name] = place
      } else if let inner = other.target(member, "DW_AT_type") {
        add(inner, at: place, other, to: &places)
      }
    }
  }

  @Test func `agrees with readelf on libraries of every compiler and option`() throws {
    var total = Counts()
    var libraryCount = 0
    // What readelf says of types in sections of their own, and of what was compressed in the old
    // way, is another story.
    for fixture in SignatureFixture.all
    where !fixture.options.contains("-fdebug-types-section") {
      let counts = try fixture.withLibrary { try compare($0) }
      #expect(counts.functions >= 16, "\(fixture)")
      #expect(counts.records >= 11, "\(fixture)")
      libraryCount += 1
      total.functions += counts.functions
      total.parameters += counts.parameters
      total.records += counts.records
      total.members += counts.members
    }
    print(
      "readelf agrees on \(libraryCount) libraries: \(total.functions) functions, "
        + "\(total.parameters) parameters, \(total.records) records, \(total.members) members")
    #expect(libraryCount >= 20)
  }

  /// The declarations as a compiler's source, with what this reader says of every record.
  private func source(_ found: DebugDeclarations) throws -> (text: String, assertionCount: Int) {
    var text = found.text
    var count = 0
    for tag in found.declarations.typeNames {
      for kind in [RecordKind.structure, .union]
      where found.declarations.record(kind, tag: tag) != nil {
        let type = "\(kind.rawValue) \(tag)"
        let layout = try found.declarations.layout(
          of: .record(kind, tag: tag), in: found.architecture.dataModel)
        text += "_Static_assert(sizeof(\(type)) == \(layout.byteCount), \"\(tag)\");\n"
        count += 1
        for member in layout.members where member.bitCount == nil {
          text += "_Static_assert(__builtin_offsetof(\(type), \(member.name)) == "
          text += "\(member.byteOffset), \"\(tag).\(member.name)\");\n"
          count += 1
        }
      }
    }
    return (text, count)
  }

  @Test func `compilers take the text, and lay records out as it is said`() throws {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "archbridge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var libraries: [DebugDeclarations] = try [true, false].map { is32 in
      try SignatureFixture(compiler: .gcc, is32: is32, options: ["-g"]).withLibrary {
        try DebugDeclarations(path: $0)
      }
    }
    for name in ["libc.so.6", "libm.so.6", "libresolv.so.2", "libthread_db.so.1"] {
      let found = try? DebugDeclarations(path: "/usr/lib/i386-linux-gnu/\(name)")
      #expect(found != nil || !InstalledLibraries.isContinuousIntegration, "\(name)")
      if let found { libraries.append(found) }
    }
    var total = 0
    for found in libraries {
      let (text, count) = try source(found)
      total += count
      try Data(text.utf8).write(to: folder.appending(path: "text.c"))
      for compiler in ["gcc", "clang"] {
        let is32 = found.architecture == .i386
        let target = is32 ? "i386-linux-gnu" : "x86_64-linux-gnu"
        try Tool.run(
          compiler,
          [compiler == "clang" ? "--target=\(target)" : is32 ? "-m32" : "-m64"]
            + ["-w", "-ffreestanding", "-fno-builtin", "-fsyntax-only", "text.c"],
          in: folder.path)
      }
    }
    print("gcc and clang agree on \(total) sizes and places of \(libraries.count) libraries")
    #expect(total > 100)
  }
}
