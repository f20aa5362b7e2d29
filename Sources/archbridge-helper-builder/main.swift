import Foundation

// archbridge-helper-builder ARCHITECTURE SWIFTC WORK-FOLDER OUTPUT PREBUILT-OR-EMPTY FOLDER…
//
// Builds one helper and writes it as Swift source. The plugin runs it during `swift build`.

let arguments = CommandLine.arguments
guard arguments.count > 6, let platform = HelperPlatform.named(arguments[1]) else {
  BuildFailure("usage: archbridge-helper-builder ARCHITECTURE SWIFTC WORK OUTPUT PREBUILT FOLDER…")
    .exit()
}
do {
  let work = URL(filePath: arguments[3])
  try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
  let image: Data
  if arguments[5].isEmpty {
    let build = HelperBuild(
      platform: platform, compiler: URL(filePath: arguments[2]), work: work,
      folders: arguments[6...].map { URL(filePath: $0) })
    image = try build.run()
  } else {
    image = try HelperSource.prebuilt(at: arguments[5], for: platform)
  }
  try HelperSource(platform: platform, image: image).write(to: URL(filePath: arguments[4]))
} catch let failure as BuildFailure {
  failure.exit()
} catch {
  BuildFailure("\(error)").exit()
}
