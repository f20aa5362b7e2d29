extension FortranDeclarations {
  /// The declarations as a text that gives the same when it is read.
  ///
  /// - Parameter width: where an interface is continued on the next line.
  public func lines(width: Int = .max) -> [String] {
    var lines: [String] = []
    for type in derivedTypes where type.module == nil { lines += type.lines }
    var modules: [String] = []
    for module in derivedTypes.compactMap(\.module) + variables.map(\.module)
    where modules.last != module && !modules.contains(module) {
      modules.append(module)
    }
    for module in modules {
      lines.append("module \(module)")
      for type in derivedTypes where type.module == module {
        lines += type.lines.map { "  \($0)" }
      }
      for variable in variables where variable.module == module {
        lines.append("  \(variable.variable)")
        if variable.linkName != FortranProcedure.linkName(variable.variable.name, module: module) {
          lines.append("  bind(C, name='\(variable.linkName)') :: \(variable.variable.name)")
        }
      }
      lines.append("end module")
    }
    for block in commonBlocks {
      lines.append("block data")
      lines += block.variables.map { "  \($0)" }
      let names = block.variables.map(\.name).joined(separator: ", ")
      lines += Self.wrapped("common /\(block.name ?? "")/ \(names)", width).map { "  \($0)" }
      lines.append("end block data")
    }
    for procedure in procedures { lines += Self.wrapped("\(procedure)", width) }
    // What is between slashes or in parentheses is no procedure.
    for omission in omissions
    where omission.name.utf8.allSatisfy({ $0.continuesWord || $0 == 0x2E }) {
      let reason = omission.reason.map { $0 == "\"" || $0.isNewline ? "'" : $0 }
      lines.append("subroutine \(omission.name)() unavailable(\"\(String(reason))\")")
    }
    return lines
  }

  /// A statement on lines that continue each other.
  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if line.count + word.count < width {
        line += " \(word)"
      } else {
        lines.append(line + " &")
        line = "  \(word)"
      }
    }
    return lines + [line]
  }
}

extension FortranDerivedType {
  /// The definition.
  fileprivate var lines: [String] {
    ["type \(name)"] + components.map { "  \($0)" } + ["end type"]
  }
}
