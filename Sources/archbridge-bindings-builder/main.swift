import ArchBridgeCommands
import Glibc

exit(ArchBridgeTool.run(Array(CommandLine.arguments.dropFirst())))
