import ArchBridgeCommands
import Foundation

exit(ArchBridgeTool.run(Array(CommandLine.arguments.dropFirst())))
