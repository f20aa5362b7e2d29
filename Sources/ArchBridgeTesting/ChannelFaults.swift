/// What goes wrong with the envelopes between a client and its library, at random but the same for
/// the same seed.
///
/// A client that meets a fault gives the right answer or throws a `BridgeError` within its time
/// limit. What it cannot know is a number that was changed: envelopes carry no checksum, so that
/// `.flip` can change a value that is then taken as right, and `.truncate` can shorten a text.
/// Their framing, order, kind, size and type are checked.
///
/// Give the client a `timeout`: what is lost is waited for without end otherwise.
public struct ChannelFaults: Sendable {
  /// One thing that can go wrong with an envelope.
  public enum Fault: String, CaseIterable, Sendable {
    /// It never arrives.
    case drop
    /// It arrives late, by at most `longestDelay`.
    case delay
    /// It arrives twice.
    case duplicate
    /// The end of its body is missing, and its header counts what is left.
    case truncate
    /// One of its bits is another, in its header or in its body.
    case flip
    /// It arrives after the one that comes after it.
    case reorder
  }

  /// Which way an envelope goes.
  public enum Direction: String, CaseIterable, Sendable {
    /// To the library. In process, only `.drop` and `.delay` are safe here: a request, or the answer
    /// of a closure, that makes no sense ends the process that the library is in.
    case requests
    /// From the library.
    case replies
  }

  /// Where the random numbers begin.
  public var seed: UInt64
  /// How likely it is that something goes wrong with an envelope, from 0 to 1.
  public var probability: Double
  /// What can go wrong.
  public var faults: Set<Fault>
  /// With which envelopes.
  public var directions: Set<Direction>
  /// How many envelopes of both directions are left as they are at first: a session begins with
  /// four, a greeting and a library that is loaded, and their answers.
  public var leadingCount: Int
  /// How late an envelope is at most.
  public var longestDelay: Duration

  /// Describes faults.
  ///
  /// - Parameters:
  ///   - seed: where the random numbers begin.
  ///   - probability: how likely a fault is for each envelope, from 0 to 1.
  ///   - faults: what can go wrong.
  ///   - directions: with which envelopes.
  ///   - leadingCount: how many envelopes are left as they are at first.
  ///   - longestDelay: how late an envelope is at most.
  public init(
    seed: UInt64, probability: Double = 0.1, faults: Set<Fault> = Set(Fault.allCases),
    directions: Set<Direction> = Set(Direction.allCases), leadingCount: Int = 4,
    longestDelay: Duration = .milliseconds(20)
  ) {
    self.seed = seed
    self.probability = probability
    self.faults = faults
    self.directions = directions
    self.leadingCount = leadingCount
    self.longestDelay = longestDelay
  }
}

/// The faults of one channel, envelope by envelope.
struct FaultSource {
  private let faults: ChannelFaults
  private let kinds: [ChannelFaults.Fault]
  private var state: UInt64
  private var seen = 0
  /// How often each fault has been met.
  private(set) var counts: [ChannelFaults.Fault: Int] = [:]

  init(_ faults: ChannelFaults) {
    self.faults = faults
    kinds = ChannelFaults.Fault.allCases.filter { faults.faults.contains($0) }
    state = faults.seed
  }

  /// A random number (SplitMix64).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A random number below `limit`, which is not 0.
  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// What goes wrong with the next envelope; nil for nothing.
  mutating func fault(of direction: ChannelFaults.Direction) -> ChannelFaults.Fault? {
    seen += 1
    guard seen > faults.leadingCount, faults.directions.contains(direction), !kinds.isEmpty,
      Double(next() >> 11) * 0x1p-53 < faults.probability
    else { return nil }
    let kind = kinds[number(below: kinds.count)]
    counts[kind, default: 0] += 1
    return kind
  }

  /// How late an envelope is.
  mutating func delay() -> Duration { faults.longestDelay * Double(next() >> 11) * 0x1p-53 }
}
