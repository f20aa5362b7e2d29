extension CrashReport {
  /// How it ended, and where, in a part of a sentence.
  public var description: String {
    var text = "\(status)"
    if case .unknown = status, let name = signalName { text = name }
    if let codeText {
      text += ", \(codeText)"
      if let faultAddress { text += ": \(faultAddress)" }
    }
    if let frame = storage.innermost { text += ", in \(frame.place)" }
    return text
  }

  /// All that is known, in several lines, to be shown to somebody.
  public var report: String { lines(standardError).joined(separator: "\n") }

  /// The same, in lines, for a reader of the program's own standard error: what the library wrote there
  /// is not repeated.
  package var linesBesideOutput: [String] { lines(storage.isPassedOn ? [] : standardError) }

  private func lines(_ standardError: [String]) -> [String] {
    var first = "\(status)"
    if let name = signalName { first += ", \(name)" }
    if let codeText { first += ", \(codeText)" }
    if let faultAddress { first += ": \(faultAddress)" }
    if let overrun { first += "; \(overrun)" }
    var lines = [first]
    if let function { lines.append("called: \(function)(\(arguments.joined(separator: ", ")))") }
    let frames = frames
    if !frames.isEmpty {
      let thread =
        isOnMainThread == true
        ? "the main thread" : isInInterrupt ? "the thread of interrupts" : "a thread of the library"
      lines.append("on \(thread), from the innermost function on:")
      lines += Self.lines(of: frames)
    }
    if !standardError.isEmpty {
      lines.append("the last that it wrote to standard error:")
      lines += standardError.map { "  | \($0)" }
    }
    return lines
  }
}

extension CrashReport.Frame: CustomStringConvertible {
  /// The place in one line: `f+0x9 (libf.so+0x11a9) at f.c:9`.
  public var description: String {
    let offset = "+0x" + String(moduleOffset, radix: 16)
    let module = moduleName.map { "\($0)\(offset)" }
    var text = "\(address)"
    if let symbol {
      text = "\(symbol)+0x\(String(symbolOffset, radix: 16))"
      if let module { text += " (\(module))" }
    } else if let module {
      text = module
    }
    if let source { text += " at \(source)" }
    return text
  }

  /// The place in a sentence.
  var place: String {
    guard let symbol else { return description }
    let at = source ?? moduleName.map { "\($0)+0x\(String(moduleOffset, radix: 16))" }
    return at.map { "\(symbol) (\($0))" } ?? symbol
  }

  var moduleName: String? {
    module.map { String($0.split(separator: "/").last ?? Substring($0)) }
  }

  private var source: String? {
    guard let file else { return nil }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return line.map { "\(name):\($0)" } ?? name
  }
}

extension CrashReport: CustomReflectable {
  /// What is known, and not what it is found from.
  public var customMirror: Mirror {
    Mirror(self, children: ["report": report])
  }
}
