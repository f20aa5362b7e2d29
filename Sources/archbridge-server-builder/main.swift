import ArchBridgeBuilder
import Foundation

// archbridge-server-builder program NAME SWIFTC WORK OUTPUT ARCHBRIDGE SOURCE…
//
// Builds a server's program for each architecture and writes it as Swift source. The plugin runs it during
// `swift build`.

let arguments = CommandLine.arguments
guard arguments.count > 7, arguments[1] == "program" else {
  BuildFailure(
    "usage: archbridge-server-builder program NAME SWIFTC WORK OUTPUT ARCHBRIDGE SOURCE…"
  ).exit()
}
do {
  let work = URL(filePath: arguments[4])
  let output = URL(filePath: arguments[5])
  let build = ServerBuild(
    name: arguments[2], compiler: URL(filePath: arguments[3]), work: work,
    archBridge: URL(filePath: arguments[6]), sources: arguments[7...].map { URL(filePath: $0) })
  try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
  let stamp = try BuildStamp(arguments: arguments, folders: build.inputs)
  let stampFile = work.appending(path: "stamp")
  if !stamp.isUpToDate(output, stamp: stampFile) {
    try build.writeSource(to: output)
    try stamp.write(to: stampFile)
  }
} catch let failure as BuildFailure {
  failure.exit()
} catch {
  BuildFailure("\(error)").exit()
}
