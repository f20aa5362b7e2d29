import ArchBridge
import Synchronization

/// Closures that a library's own threads call, and closures as a structure's members.
func threadCallbacks(in folder: String) throws {
  try withLibrary("callbacks", configuration: .init(searchPaths: [folder])) { lib in
    try lib.declare(
      """
      typedef int (*int_function)(int);
      int apply_on_threads(int_function function, int thread_count, int count);
      struct handler { int (*function)(int, void *); void *data; };
      int call_handler(const struct handler *handler, int value);
      """)

    // Threads call a call's closure one at a time.
    var seen: Set<Int32> = []
    let _: Int = try lib.apply_on_threads(
      Callback { (value: Int32) -> Int32 in
        seen.insert(value)
        return 0
      }, 4, 2)
    print("callbacks:", seen.sorted())

    // They call a registered one at once: what it shares is locked.
    let sum = Mutex(0)
    let adding = try lib.register(as: "int_function") { (value: Int32) -> Int32 in
      sum.withLock { $0 += Int(value) }
      return 0
    }
    let _: Int = try lib.apply_on_threads(adding, 4, 2)
    try adding.remove()
    print("callbacks:", sum.withLock { $0 })

    let twice = try lib.register(as: "int (*)(int, void *)") {
      (value: Int32, _: RemoteAddress?) -> Int32 in value * 2
    }
    let handler = try lib.structure("struct handler", ["function": twice])
    let result: Int = try lib.call_handler(handler, 21)
    print("callbacks:", result)
  }
}
