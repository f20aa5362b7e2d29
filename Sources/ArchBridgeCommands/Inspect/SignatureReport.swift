internal import ArchBridge
internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles

/// What `inspect --signatures` prints.
struct SignatureReport: Encodable {
  struct Function: Encodable {
    let symbol: String
    let prototype: String
  }

  struct Omission: Encodable {
    let name: String
    let reason: String
  }

  let path: String
  let architecture: String
  /// The file that has the debug information, where that is not the library.
  let debugFile: String?
  /// The declarations, as C's text.
  let declarations: String
  /// The lines of a text that declares what is Fortran's.
  let fortran: [String]
  let functions: [Function]
  let omissions: [Omission]
  /// Whether C's functions and variables are none; a Fortran type is a structure too.
  private let isFortran: Bool
  /// The structures and unions that can be used by pointer alone, though their members are known.
  let pointedOnly: [Omission]

  private enum CodingKeys: CodingKey {
    case path, architecture, debugFile, declarations, fortran, functions, omissions, pointedOnly
  }

  init(_ file: LibraryFile) throws {
    path = file.path
    do throws(ObjectFileError) {
      let found = try DebugDeclarations(path: file.path)
      architecture = found.architecture.name
      debugFile = found.debugFile
      declarations = found.text
      fortran = found.fortran.lines()
      isFortran =
        !fortran.isEmpty && found.declarations.functionNames.isEmpty
        && found.declarations.variableNames.isEmpty
      functions =
        found.declarations.functionNames.compactMap { name in
          found.declarations.function(named: name).map {
            Function(symbol: name, prototype: $0.description)
          }
        } + found.fortran.procedures.map { Function(symbol: $0.linkName, prototype: "\($0)") }
      omissions = found.omissions.map { Omission(name: $0.name, reason: $0.reason) }
      pointedOnly = found.openRecords.map { Omission(name: $0.name, reason: $0.reason) }
    } catch {
      throw BridgeError(
        .noSignatures, "\(file.path) cannot be read for signatures: \(error)", library: file.path)
    }
  }

  /// The report for people: a text of C that can be read as a header, then Fortran's own.
  ///
  /// Where there is nothing else, it is Fortran's alone, which can be read as a source.
  var text: String {
    let lines = declarations.split(separator: "\n").map(String.init)
    return ((isFortran ? [] : lines) + fortran).joined(separator: "\n")
  }

  /// What is not in it.
  var notes: [String] {
    Self.lines("left out", omissions) + Self.lines("by pointer only", pointedOnly) + [
      "\(path): \(functions.count) function\(functions.count == 1 ? "" : "s"), "
        + "\(omissions.count) left out" + (debugFile.map { "; from \($0)" } ?? "")
    ]
  }

  /// What is left out, those of one reason together.
  private static func lines(_ head: String, _ omissions: [Omission]) -> [String] {
    var reasons: [String] = []
    var names: [String: [String]] = [:]
    for omission in omissions {
      if names[omission.reason] == nil { reasons.append(omission.reason) }
      names[omission.reason, default: []].append(omission.name)
    }
    return reasons.map { "\(head): \((names[$0] ?? []).joined(separator: ", ")): \($0)" }
  }
}
