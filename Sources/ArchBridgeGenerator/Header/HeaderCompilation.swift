package import ArchBridgeABI
package import ArchBridgeBindings
internal import FoundationEssentials

/// Everything that clang has to say of headers.
package struct HeaderCompilation {
  package let header: Header
  package let layouts: RecordLayouts

  /// Has clang read the headers at these absolute paths.
  ///
  /// - Parameters:
  ///   - headers: what the client is made of.
  ///   - before: headers that these need before them.
  ///   - architecture: the library's.
  ///   - options: folders and macros, as clang takes them.
  package init(
    _ headers: [String], after before: [String] = [], for architecture: Architecture,
    options: [String] = []
  ) throws {
    let folder = try TemporaryFolder()
    let bounds = try folder.write("ptrcheck.h", [UInt8](BoundsHeader.text.utf8))
    // Without the last of these clang drops bounds attributes in silence.
    let common = ["-w", "-fno-caret-diagnostics", "-fexperimental-bounds-safety-attributes"]
    let clang = try Clang(
      architecture,
      options: common + ["-ferror-limit=0", "-I", folder.path(""), "-include", bounds] + options)
    let umbrella = try folder.write(
      "headers.c", [UInt8]((before + headers).map { "#include \"\($0)\"\n" }.joined().utf8))

    try Self.check(clang.run(["-fsyntax-only", umbrella], in: folder), headers)
    let preprocessed = try clang.run(["-E", "-dD", "-CC", umbrella], in: folder)
    try Self.check(preprocessed, headers)
    let source = PreprocessedSource(preprocessed.output, headers: headers)
    let code = try folder.write("code.c", source.code)
    let plain = try Clang(architecture, options: common + ["-fsyntax-only"])
    let tree = try plain.run(["-Xclang", "-ast-dump=json", code], in: folder)
    try Self.check(tree, headers)
    var header: Header
    do {
      header = HeaderReader.read(
        try JSONDecoder().decode(ClangNode.self, from: Data(tree.output)), of: source)
    } catch {
      throw CommandFailure("clang's syntax tree cannot be read: \(error)")
    }
    let probe = try folder.write(
      "code.c", source.code + [UInt8](RecordLayouts.probe(header).utf8))
    let dump = try plain.run(["-Xclang", "-fdump-record-layouts", probe], in: folder)
    layouts = RecordLayouts(String(decoding: dump.output, as: UTF8.self))
    try Self.readConstants(source.macros, before + headers, clang, in: folder, into: &header)
    self.header = header
  }

  private static func readConstants(
    _ macros: [PreprocessedSource.Macro], _ headers: [String], _ clang: Clang,
    in folder: borrowing TemporaryFolder, into header: inout Header
  ) throws {
    var probe = MacroProbe(macros, headers: headers)
    if probe.isEmpty { return }
    let trial = try folder.write("macros.c", [UInt8](probe.text.utf8))
    let errors = try clang.run(["-fsyntax-only", trial], in: folder).errors
    probe = probe.without(errors: errors)
    let final = try folder.write("macros.c", [UInt8](probe.text.utf8))
    let output = try clang.run(["-S", "-emit-llvm", "-o", "-", final], in: folder).output
    let code = String(decoding: output, as: UTF8.self)
    header.constants = probe.constants(code)
    header.omissions += probe.omissions(code)
  }

  private static func check(_ output: Clang.Output, _ headers: [String]) throws {
    guard output.status != 0 else { return }
    let errors = output.errors.split(separator: "\n").filter { $0.contains("error: ") }
    let names = headers.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    throw CommandFailure(
      "clang cannot compile \(names.joined(separator: ", ")):\n"
        + errors.prefix(10).map { "  \($0)" }.joined(separator: "\n"))
  }
}

/// The header that stands in for clang's `ptrcheck.h`.
///
/// Clang's own defines the macros as nothing unless a whole program is compiled with bounds
/// checks; here they become annotations, which the syntax tree keeps.
private enum BoundsHeader {
  static let text = """
    #ifndef __PTRCHECK_H
    #define __PTRCHECK_H
    #define __counted_by(N) __attribute__((annotate("archbridge:counted_by=" #N)))
    #define __counted_by_or_null(N) __counted_by(N) _Nullable
    #define __sized_by(N) __attribute__((annotate("archbridge:sized_by=" #N)))
    #define __sized_by_or_null(N) __sized_by(N) _Nullable
    #define __null_terminated __attribute__((annotate("archbridge:null_terminated")))
    #define __single
    #define __unsafe_indexable
    #define __bidi_indexable
    #define __indexable
    #define __ended_by(E)
    #define __terminated_by(T)
    #define __ptrcheck_abi_assume_single()
    #define __ptrcheck_abi_assume_unsafe_indexable()
    #endif
    """
}
