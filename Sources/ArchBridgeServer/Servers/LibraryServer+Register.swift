public import ArchBridgeWire

// One for each number of parameters: Embedded Swift has no closures that take parameter packs.

/// Functions that a server offers.
///
/// Each takes a name, by which clients call it; the names of its parameters, with which they may label
/// arguments; words that `help` prints; and what carries it out. A `ServerError` that this throws is
/// thrown to the client, and the server goes on.
extension LibraryServer {
  /// Offers a function of no arguments.
  public final func register<Result: WireValue>(
    _ name: String, help: String = "",
    _ body: @escaping () throws(ServerError) -> Result
  ) {
    add(
      name, [], help, [], Self.parameter(Result.self, ""),
      { (_: inout RequestArguments) throws(ServerError) -> [UInt8] in
        Self.encoded(try body())
      },
      { (_: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body().slot
      })
  }

  /// Offers a function of no arguments and no result.
  public final func register(
    _ name: String, help: String = "",
    _ body: @escaping () throws(ServerError) -> Void
  ) {
    add(
      name, [], help, [], Self.void,
      { (_: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try body()
        return Self.nothing
      },
      { (_: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body()
        return 0
      })
  }

  /// Offers a function of one argument.
  public final func register<A: WireValue, Result: WireValue>(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A) throws(ServerError) -> Result
  ) {
    add(
      name, parameters, help, [Self.parameter(A.self, "")], Self.parameter(Result.self, ""),
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        Self.encoded(try body(arguments.next()))
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0)).slot
      })
  }

  /// Offers a function of one argument and no result.
  public final func register<A: WireValue>(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A) throws(ServerError) -> Void
  ) {
    add(
      name, parameters, help, [Self.parameter(A.self, "")], Self.void,
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try body(arguments.next())
        return Self.nothing
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0))
        return 0
      })
  }

  /// Offers a function of two arguments.
  public final func register<A: WireValue, B: WireValue, Result: WireValue>(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B) throws(ServerError) -> Result
  ) {
    add(
      name, parameters, help, [Self.parameter(A.self, ""), Self.parameter(B.self, "")],
      Self.parameter(Result.self, ""),
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        Self.encoded(try body(arguments.next(), arguments.next()))
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0), slots.value(1)).slot
      })
  }

  /// Offers a function of two arguments and no result.
  public final func register<A: WireValue, B: WireValue>(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B) throws(ServerError) -> Void
  ) {
    add(
      name, parameters, help, [Self.parameter(A.self, ""), Self.parameter(B.self, "")], Self.void,
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try body(arguments.next(), arguments.next())
        return Self.nothing
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0), slots.value(1))
        return 0
      })
  }

  /// Offers a function of three arguments.
  public final func register<A: WireValue, B: WireValue, C: WireValue, Result: WireValue>(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C) throws(ServerError) -> Result
  ) {
    add(
      name, parameters, help,
      [Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, "")],
      Self.parameter(Result.self, ""),
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        Self.encoded(try body(arguments.next(), arguments.next(), arguments.next()))
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0), slots.value(1), slots.value(2)).slot
      })
  }

  /// Offers a function of three arguments and no result.
  public final func register<A: WireValue, B: WireValue, C: WireValue>(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C) throws(ServerError) -> Void
  ) {
    add(
      name, parameters, help,
      [Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, "")],
      Self.void,
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try body(arguments.next(), arguments.next(), arguments.next())
        return Self.nothing
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0), slots.value(1), slots.value(2))
        return 0
      })
  }

  /// Offers a function of four arguments.
  public final func register<
    A: WireValue, B: WireValue, C: WireValue, D: WireValue, Result: WireValue
  >(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D) throws(ServerError) -> Result
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""),
      ], Self.parameter(Result.self, ""),
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        Self.encoded(
          try body(arguments.next(), arguments.next(), arguments.next(), arguments.next()))
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0), slots.value(1), slots.value(2), slots.value(3)).slot
      })
  }

  /// Offers a function of four arguments and no result.
  public final func register<A: WireValue, B: WireValue, C: WireValue, D: WireValue>(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D) throws(ServerError) -> Void
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""),
      ], Self.void,
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try body(arguments.next(), arguments.next(), arguments.next(), arguments.next())
        return Self.nothing
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0), slots.value(1), slots.value(2), slots.value(3))
        return 0
      })
  }

  /// Offers a function of five arguments.
  public final func register<
    A: WireValue, B: WireValue, C: WireValue, D: WireValue, E: WireValue, Result: WireValue
  >(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D, E) throws(ServerError) -> Result
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""), Self.parameter(E.self, ""),
      ], Self.parameter(Result.self, ""),
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        Self.encoded(
          try body(
            arguments.next(), arguments.next(), arguments.next(), arguments.next(), arguments.next()
          ))
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0), slots.value(1), slots.value(2), slots.value(3), slots.value(4))
          .slot
      })
  }

  /// Offers a function of five arguments and no result.
  public final func register<A: WireValue, B: WireValue, C: WireValue, D: WireValue, E: WireValue>(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D, E) throws(ServerError) -> Void
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""), Self.parameter(E.self, ""),
      ], Self.void,
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try body(
          arguments.next(), arguments.next(), arguments.next(), arguments.next(), arguments.next())
        return Self.nothing
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(slots.value(0), slots.value(1), slots.value(2), slots.value(3), slots.value(4))
        return 0
      })
  }

  /// Offers a function of six arguments.
  public final func register<
    A: WireValue, B: WireValue, C: WireValue, D: WireValue, E: WireValue, F: WireValue,
    Result: WireValue
  >(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D, E, F) throws(ServerError) -> Result
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""), Self.parameter(E.self, ""), Self.parameter(F.self, ""),
      ], Self.parameter(Result.self, ""),
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        Self.encoded(
          try body(
            arguments.next(), arguments.next(), arguments.next(), arguments.next(),
            arguments.next(), arguments.next()))
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(
          slots.value(0), slots.value(1), slots.value(2), slots.value(3), slots.value(4),
          slots.value(5)
        ).slot
      })
  }

  /// Offers a function of six arguments and no result.
  public final func register<
    A: WireValue, B: WireValue, C: WireValue, D: WireValue, E: WireValue, F: WireValue
  >(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D, E, F) throws(ServerError) -> Void
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""), Self.parameter(E.self, ""), Self.parameter(F.self, ""),
      ], Self.void,
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try body(
          arguments.next(), arguments.next(), arguments.next(), arguments.next(), arguments.next(),
          arguments.next())
        return Self.nothing
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(
          slots.value(0), slots.value(1), slots.value(2), slots.value(3), slots.value(4),
          slots.value(5))
        return 0
      })
  }

  /// Offers a function of seven arguments.
  public final func register<
    A: WireValue, B: WireValue, C: WireValue, D: WireValue, E: WireValue, F: WireValue,
    G: WireValue, Result: WireValue
  >(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D, E, F, G) throws(ServerError) -> Result
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""), Self.parameter(E.self, ""), Self.parameter(F.self, ""),
        Self.parameter(G.self, ""),
      ], Self.parameter(Result.self, ""),
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        Self.encoded(
          try body(
            arguments.next(), arguments.next(), arguments.next(), arguments.next(),
            arguments.next(), arguments.next(), arguments.next()))
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(
          slots.value(0), slots.value(1), slots.value(2), slots.value(3), slots.value(4),
          slots.value(5), slots.value(6)
        ).slot
      })
  }

  /// Offers a function of seven arguments and no result.
  public final func register<
    A: WireValue, B: WireValue, C: WireValue, D: WireValue, E: WireValue, F: WireValue, G: WireValue
  >(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D, E, F, G) throws(ServerError) -> Void
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""), Self.parameter(E.self, ""), Self.parameter(F.self, ""),
        Self.parameter(G.self, ""),
      ], Self.void,
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try body(
          arguments.next(), arguments.next(), arguments.next(), arguments.next(), arguments.next(),
          arguments.next(), arguments.next())
        return Self.nothing
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(
          slots.value(0), slots.value(1), slots.value(2), slots.value(3), slots.value(4),
          slots.value(5), slots.value(6))
        return 0
      })
  }

  /// Offers a function of eight arguments.
  public final func register<
    A: WireValue, B: WireValue, C: WireValue, D: WireValue, E: WireValue, F: WireValue,
    G: WireValue, H: WireValue, Result: WireValue
  >(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D, E, F, G, H) throws(ServerError) -> Result
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""), Self.parameter(E.self, ""), Self.parameter(F.self, ""),
        Self.parameter(G.self, ""), Self.parameter(H.self, ""),
      ], Self.parameter(Result.self, ""),
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        Self.encoded(
          try body(
            arguments.next(), arguments.next(), arguments.next(), arguments.next(),
            arguments.next(), arguments.next(), arguments.next(), arguments.next()))
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(
          slots.value(0), slots.value(1), slots.value(2), slots.value(3), slots.value(4),
          slots.value(5), slots.value(6), slots.value(7)
        ).slot
      })
  }

  /// Offers a function of eight arguments and no result.
  public final func register<
    A: WireValue, B: WireValue, C: WireValue, D: WireValue, E: WireValue, F: WireValue,
    G: WireValue, H: WireValue
  >(
    _ name: String, parameters: [String] = [], help: String = "",
    _ body: @escaping (A, B, C, D, E, F, G, H) throws(ServerError) -> Void
  ) {
    add(
      name, parameters, help,
      [
        Self.parameter(A.self, ""), Self.parameter(B.self, ""), Self.parameter(C.self, ""),
        Self.parameter(D.self, ""), Self.parameter(E.self, ""), Self.parameter(F.self, ""),
        Self.parameter(G.self, ""), Self.parameter(H.self, ""),
      ], Self.void,
      { (arguments: inout RequestArguments) throws(ServerError) -> [UInt8] in
        try body(
          arguments.next(), arguments.next(), arguments.next(), arguments.next(), arguments.next(),
          arguments.next(), arguments.next(), arguments.next())
        return Self.nothing
      },
      { (slots: ArgumentSlots) throws(ServerError) -> UInt64 in
        try body(
          slots.value(0), slots.value(1), slots.value(2), slots.value(3), slots.value(4),
          slots.value(5), slots.value(6), slots.value(7))
        return 0
      })
  }
}
