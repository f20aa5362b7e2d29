import ArchBridge
import Testing

/// A C++ library of Debian's, the Open Dynamics Engine, by its C and its C++ functions.
@Suite(
  .enabled(
    if: Fixture.mustBeThere || Fixture.exists("/usr/lib/i386-linux-gnu/libode.so.8"),
    "libode8:i386 is not installed: make setup"),
  .timeLimit(.minutes(1)))
struct CPlusPlusLibraryTests {
  @Test func `its C++ functions are called by their signatures`() throws {
    try withLibrary("libode.so.8") { ode in
      let identity: [Double] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
      let numbers = (1...16).map(Double.init)
      let product = Out<[Double]>(count: 16)
      try ode.call(
        "void dxMultiply0(double*, const double*, const double*, unsigned, unsigned, unsigned)",
        product, identity, numbers, 4, 4, 4)
      #expect(product.value == numbers)

      let (first, second) = (Out<[Double]>(count: 4), Out<[Double]>(count: 4))
      try ode.call(
        "void dxPlaneSpace(const double*, double*, double*)", [0.0, 0, 1, 0], first, second)
      let dot = zip(first.value, second.value).prefix(3).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(dot == 0 && first.value[2] == 0 && second.value[2] == 0)
    }
  }

  @Test func `its C functions are called by their names`() throws {
    try withLibrary("libode.so.8") { ode in
      try ode.declare(
        """
        typedef struct dxWorld *dWorldID; typedef struct dxBody *dBodyID;
        int dInitODE2(unsigned int flags); void dCloseODE(void);
        dWorldID dWorldCreate(void); void dWorldDestroy(dWorldID world);
        void dWorldSetGravity(dWorldID world, double x, double y, double z);
        int dWorldQuickStep(dWorldID world, double step);
        dBodyID dBodyCreate(dWorldID world); const double *dBodyGetPosition(dBodyID body);
        void dBodySetPosition(dBodyID body, double x, double y, double z);
        """)
      let isReady: Int = try ode.dInitODE2(0)
      #expect(isReady != 0)
      let world: RemoteAddress = try ode.dWorldCreate()
      try ode.dWorldSetGravity(world, 0.0, 0.0, -10.0)
      let body: RemoteAddress = try ode.dBodyCreate(world)
      try ode.dBodySetPosition(body, 0.0, 0.0, 100.0)
      for _ in 1...10 {
        let _: Int = try ode.dWorldQuickStep(world, 0.1)
      }
      let position: RemoteAddress = try ode.dBodyGetPosition(body)
      let place = try ode.memory.read(Double.self, at: position, count: 3)
      // Ten steps of 0.1 s: 0.01 · 10 · (1 + … + 10).
      #expect(abs(place[2] - 94.5) < 1e-9)
      try ode.dWorldDestroy(world)
      try ode.dCloseODE()
    }
  }

  @Test func `a function that is not there is told from those that are`() throws {
    try withLibrary("libode.so.8") { ode in
      let error = thrown { try ode.call("void dxPlaneSpace(const float*, double*, double*)") }
      #expect(
        error?.message.contains("there is dxPlaneSpace(double const*, double*, double*)") == true)
      let plain = thrown { try ode.call("dxPlaneSpace", as: Void.self) }
      #expect(plain?.message.contains("call it by that signature") == true)
    }
  }
}
