import Testing

/// What binutils says about the lines of a file.
struct LineReport {
  /// What `addr2line` says, in the order of the addresses; an empty text is nothing known.
  let places: [String]
  /// The lines of the tables as file names without folder, such as `one.c:12`.
  let lines: Set<String>

  init(of path: String, _ addresses: [UInt64]) throws {
    let output = try Tool.run(
      "addr2line", ["-e", path] + addresses.map { String($0, radix: 16) })
    places = output.split(separator: "\n").map { line in
      let place = line.prefix { $0 != " " }  // a discriminator follows
      // A symbol's file stands for one where there are no lines.
      return place.hasSuffix(":?") || place.hasSuffix(":0") ? "" : String(place)
    }
    var lines: Set<String> = []
    for row in try Tool.run("readelf", ["-W", "--debug-dump=decodedline", path])
      .split(separator: "\n")
    {
      let words = row.split(separator: " ")
      if words.count >= 3, Int(words[1]) != nil, words[2].hasPrefix("0x") {
        lines.insert("\(words[0]):\(words[1])")
      }
    }
    self.lines = lines
  }
}
