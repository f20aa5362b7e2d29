import ArchBridgeCommands
import ArchBridgeGenerator
import Glibc

// Swift would replace what is not UTF-8.
for index in 1..<max(1, Int(CommandLine.argc)) {
  guard let argument = CommandLine.unsafeArgv[index], String(validatingCString: argument) == nil
  else { continue }
  let text = "error: argument \(index) is not UTF-8; give such bytes as a file, @FILE\n"
  _ = write(STDERR_FILENO, text, text.utf8.count)
  exit(64)
}
var console = Console.standard
console.editor = LibeditEditor()
exit(ArchBridgeTool.run(Array(CommandLine.arguments.dropFirst()), console: console))
