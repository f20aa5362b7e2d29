import ArchBridge

// The other architecture's C library stands for one that hangs and crashes.
let configuration = LibraryClient.Configuration(timeout: .seconds(30), recovery: .automatic)
let lib = try LibraryClient("libc.so.6", configuration: configuration)
try lib.declare("unsigned int sleep(unsigned int); void abort(void);")

// Runs now, and in each new helper before any other call.
try lib.onStart { lib in
  let _: Int = try lib.setenv("MODEL", "wing", 1)
}

func limit(_ lib: LibraryClient) throws {
  do {
    let _: UInt32 = try lib.sleep.timeout(.milliseconds(50))(60)
  } catch {
    print(error)
  }

  let left: UInt32 = try lib.withTimeout(.seconds(2)) { lib in
    try lib.sleep(0)
  }
  print("seconds left: \(left)")
}

func interrupt(_ lib: LibraryClient) throws {
  let semaphore: RemoteAddress = try lib.calloc(1, 64)
  let _: Int32 = try lib.sem_init(semaphore, 0, 0)
  let wake = Interrupt("sem_post", semaphore, grace: .milliseconds(500))
  do {
    let _: Int32 = try lib.sem_wait.timeout(.milliseconds(50), interrupt: wake)(semaphore)
  } catch {
    print(error)
  }
}

func crash(_ lib: LibraryClient) throws {
  do {
    try lib.abort()
  } catch {
    print(error)
  }

  // A fresh helper, which has been set up.
  let model: String = try lib.getenv("MODEL")
  print("the model is \(model)")
}

func cancel(_ lib: LibraryClient) async throws {
  let task = Task { () async throws -> UInt32 in
    try await lib.sleep(60)
  }
  task.cancel()
  do {
    _ = try await task.value
  } catch let error as BridgeError where error.code == .cancelled {
    print("cancelled: \(error.symbol ?? "")")
  }
}

func restart(_ lib: LibraryClient) throws {
  let before = lib.helperProcessID
  try lib.restart()
  print("another helper: \(lib.helperProcessID != before)")
}

try limit(lib)
try interrupt(lib)
try crash(lib)
try await cancel(lib)
try restart(lib)
lib.close()
