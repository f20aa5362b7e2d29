// Calls a function with a buffer that is too short for what it writes, guarded.
import ArchBridge

let configuration = LibraryClient.Configuration(guardsBuffers: true)

do {
  try withLibrary("libc.so.6", configuration: configuration) { libc in
    try libc.declare("int sprintf(char *text, const char *format, ...);")
    let text = Out<String>(capacity: 8)
    for name in ["Ada", "Grace Hopper"] {
      let count: Int = try libc.sprintf(text, "%s", name)
      print("\(count): \(text.value)")
    }
  }
} catch let error as BridgeError where error.code == .helperEnded {
  print(error.crash?.overrun ?? "\(error)")
}
