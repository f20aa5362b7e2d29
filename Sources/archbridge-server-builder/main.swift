import ArchBridgeBuilder
import ArchBridgeServerBuilder
import Foundation

// archbridge-server-builder COMMAND MODULE SWIFTC WORK OUTPUT ARCHBRIDGE SOURCE…
//
// Writes a Swift source from a server's. The plugin runs it during `swift build`. COMMAND says which:
//   program   what carries the server's program for each architecture
//   server    what the server's own module needs besides its sources
//   clients   the clients of the protocols that the server's module has

let arguments = CommandLine.arguments
guard arguments.count > 7, ["program", "server", "clients"].contains(arguments[1]) else {
  BuildFailure(
    "usage: archbridge-server-builder program|server|clients MODULE SWIFTC WORK OUTPUT ARCHBRIDGE "
      + "SOURCE…"
  ).exit()
}
do {
  let (command, module) = (arguments[1], arguments[2])
  let work = URL(filePath: arguments[4])
  let output = URL(filePath: arguments[5])
  let build = ServerBuild(
    name: "", compiler: URL(filePath: arguments[3]), work: work,
    archBridge: URL(filePath: arguments[6]), sources: arguments[7...].map { URL(filePath: $0) })
  try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
  let stamp = try BuildStamp(arguments: arguments, folders: build.inputs)
  let stampFile = work.appending(path: "\(command).stamp")
  if !stamp.isUpToDate(output, stamp: stampFile) {
    switch command {
    case "program": try build.writeSource(to: output)
    case "server": try build.writeServerSource(module: module, to: output)
    default: try build.writeClientSource(module: module, to: output)
    }
    try stamp.write(to: stampFile)
  }
} catch let failure as BuildFailure {
  failure.exit()
} catch {
  BuildFailure("\(error)").exit()
}
