import ArchBridgeBuilder
import Foundation

// archbridge-helper-builder ARCHITECTURE SWIFTC WORK-FOLDER OUTPUT PREBUILT-OR-EMPTY FOLDER…
//
// Builds one helper and writes it as Swift source. The plugin runs it during `swift build`. The last
// folder has the program's entry point.

let arguments = CommandLine.arguments
guard arguments.count > 6, let platform = HelperPlatform.named(arguments[1]) else {
  BuildFailure("usage: archbridge-helper-builder ARCHITECTURE SWIFTC WORK OUTPUT PREBUILT FOLDER…")
    .exit()
}
do {
  let work = URL(filePath: arguments[3])
  let output = URL(filePath: arguments[4])
  let folders = arguments[6...].map { URL(filePath: $0) }
  try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
  let stamp = try BuildStamp(
    arguments: arguments,
    folders: arguments[5].isEmpty ? folders : [URL(filePath: arguments[5])])
  let stampFile = work.appending(path: "stamp")
  if !stamp.isUpToDate(output, stamp: stampFile) {
    let image: Data
    if arguments[5].isEmpty {
      image = try HelperBuild(
        platform: platform, compiler: URL(filePath: arguments[2]), work: work,
        folders: folders.dropLast(), program: folders.suffix(1).flatMap(BuildStamp.files)
      ).run()
    } else {
      image = try HelperSource.prebuilt(at: arguments[5], for: platform)
    }
    try HelperSource(platform: platform, image: image).write(to: output)
    try stamp.write(to: stampFile)
  }
} catch let failure as BuildFailure {
  failure.exit()
} catch {
  BuildFailure("\(error)").exit()
}
