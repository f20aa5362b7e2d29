import ArchBridgeGenerator
import Glibc

exit(GenerateCommand.run(Array(CommandLine.arguments.dropFirst())))
