// One function for each kind of C's types; `Documentation/types` explains them.

guard CommandLine.arguments.count == 2 else {
  fatalError("usage: types-example FOLDER-OF-THE-FIXTURES")
}
let folder = CommandLine.arguments[1]

try numbers()
try texts()
try pointers()
try structures()
try fixtureStructures(in: folder)
try callbacks()
try threadCallbacks(in: folder)
try enumerations()
try handles()
try statuses(in: folder)
try systemErrors()
try variables()
try variadicFunctions()
try errors()
