internal import ArchBridgeWire
internal import Synchronization

/// A session's plans of the functions that it calls by name, each made at the second call that is
/// alike: the first may be the only one.
final class PlanCache: Sendable {
  struct Key: Hashable {
    let library: UInt32
    let name: String
  }

  /// Calls that are alike: of the same Swift types.
  struct Variant {
    /// The result's type; nil for none.
    let result: ObjectIdentifier?
    /// Whether `Void` was written.
    let isStated: Bool
    let arguments: [ObjectIdentifier]
    var state: State

    enum State {
      case seenOnce
      case planned(CallPlan)
      /// The ordinary way it is.
      case unplannable
    }

    var answer: Answer {
      switch state {
      case .planned(let plan): .plan(plan)
      case .seenOnce: .make
      case .unplannable: .never
      }
    }

    func isLike(
      _ arguments: [(any LibraryArgument)?], _ result: ObjectIdentifier?, _ isStated: Bool
    ) -> Bool {
      guard self.result == result, self.isStated == isStated,
        self.arguments.count == arguments.count
      else { return false }
      for index in arguments.indices where self.arguments[index] != Self.type(arguments[index]) {
        return false
      }
      return true
    }

    static func type(_ argument: (any LibraryArgument)?) -> ObjectIdentifier {
      guard let argument else { return ObjectIdentifier(Never.self) }
      return ObjectIdentifier(Swift.type(of: argument))
    }
  }

  private struct State {
    var variants: [Key: [Variant]] = [:]
    /// The one that was found last: most calls are like the one before.
    var recent: Recent?
    /// Goes up when all is forgotten.
    var generation = 0
  }

  private final class Recent {
    let key: Key
    let variant: Variant
    let plan: CallPlan

    init(_ key: Key, _ variant: Variant, _ plan: CallPlan) {
      self.key = key
      self.variant = variant
      self.plan = plan
    }
  }

  private let state = Mutex(State())
  /// The functions that C++ signatures mean.
  let cxx = CxxCache()
  private let ids = Mutex<[PrepareMessage: UInt32]>([:])

  /// Of how many kinds calls of one function are remembered.
  private static let variantLimit = 8

  enum Answer {
    case plan(CallPlan)
    /// The plan is to be made now.
    case make
    /// This is the first call of its kind.
    case first
    /// There is none.
    case never
  }

  func find(
    _ key: Key, _ arguments: [(any LibraryArgument)?], _ result: ObjectIdentifier?,
    isStated: Bool
  ) -> Answer {
    state.withLock { state in
      if let recent = state.recent, recent.key == key,
        recent.variant.isLike(arguments, result, isStated)
      {
        return .plan(recent.plan)
      }
      guard let known = state.variants[key] else {
        state.variants[key] = [Self.variant(arguments, result, isStated)]
        return .first
      }
      for variant in known where variant.isLike(arguments, result, isStated) {
        if case .planned(let plan) = variant.state { state.recent = Recent(key, variant, plan) }
        return variant.answer
      }
      if known.count == Self.variantLimit { state.variants[key]?.removeFirst() }
      state.variants[key]?.append(Self.variant(arguments, result, isStated))
      return .first
    }
  }

  private static func variant(
    _ arguments: [(any LibraryArgument)?], _ result: ObjectIdentifier?, _ isStated: Bool
  ) -> Variant {
    Variant(
      result: result, isStated: isStated, arguments: arguments.map(Variant.type), state: .seenOnce)
  }

  /// Keeps a plan, or that there can be none.
  func keep(
    _ plan: CallPlan?, _ key: Key, _ arguments: [(any LibraryArgument)?],
    _ result: ObjectIdentifier?, isStated: Bool, generation: Int
  ) {
    state.withLock { state in
      // It may have been made from what is forgotten.
      guard state.generation == generation,
        let index = state.variants[key]?
          .firstIndex(where: { $0.isLike(arguments, result, isStated) })
      else { return }
      state.variants[key]?[index].state = plan.map { .planned($0) } ?? .unplannable
    }
  }

  /// Forgets all plans; what the helper has prepared stays.
  func forget() {
    state.withLock { $0 = State(generation: $0.generation + 1) }
    cxx.forget()
  }

  /// What goes up when all is forgotten.
  var generation: Int { state.withLock { $0.generation } }

  /// The helper's number of a function, prepared when it is first asked for.
  func id(
    _ message: PrepareMessage, _ prepare: () throws(BridgeError) -> UInt32
  ) throws(BridgeError) -> UInt32 {
    if let id = ids.withLock({ $0[message] }) { return id }
    let id = try prepare()
    ids.withLock { $0[message] = id }
    return id
  }
}

extension LibraryFunction {
  /// How calls like this one are made, at once or after the first; nil for the ordinary way, which
  /// is that of all that is guarded.
  ///
  /// `atOnce` is for batches, which see to what is guarded themselves.
  func plan(
    for arguments: [(any LibraryArgument)?], as result: (any LibraryResult.Type)? = nil,
    isStated: Bool = false, atOnce: Bool = false
  ) throws(BridgeError) -> CallPlan? {
    guard pointer == nil, declaration == nil else { return nil }
    let key = PlanCache.Key(library: library, name: name)
    let type = result.map { ObjectIdentifier($0) }
    switch session.plans.find(key, arguments, type, isStated: isStated) {
    case .plan(let plan): return atOnce || !session.guards(plan) ? plan : nil
    case .never: return nil
    case .first where !atOnce: return nil
    case .make, .first:
      // What is watched goes the ordinary way, on which all calls are alike.
      guard atOnce || !session.watchesCalls else { return nil }
      let generation = session.plans.generation
      var plan: CallPlan?
      do throws(BridgeError) {
        plan = try CallPlan(
          self, arguments.map { $0.map { Swift.type(of: $0).preparedKind } },
          result: result?.resultKind, isStated: isStated)
      } catch {
        // What is wrong with the call is the ordinary way's to say, but not that this was the end.
        if error.code == .unmade { return nil }
        if session.isAtEnd { throw error }
      }
      session.plans.keep(
        plan, key, arguments, type, isStated: isStated, generation: generation)
      guard let plan, !atOnce, session.guards(plan) else { return plan }
      return nil
    }
  }
}

extension HelperSession {
  /// Whether calls by a plan lend memory that is to be guarded.
  func guards(_ plan: CallPlan) -> Bool { configuration.guardsBuffers && plan.lendsMemory }
}

extension CallPlan {
  /// Plans calls of a function, and has the helper prepare it; nil where there is no such plan.
  convenience init?(
    _ function: LibraryFunction, _ kinds: [PreparedKind?], result kind: ResultKind?, isStated: Bool
  ) throws(BridgeError) {
    let context = try function.context
    guard let draft = try Self.draft(kinds, result: kind, isStated: isStated, context) else {
      return nil
    }
    let session = function.session
    let message = draft.message
    let id: UInt32
    do throws(BridgeError) {
      id = try session.plans.id(message) { () throws(BridgeError) in
        try session.prepare(message, symbol: context.name)
      }
    } catch {
      // The helper has prepared as many as it can; the ordinary way is left.
      guard error.code == .tooLarge else { throw error }
      return nil
    }
    self.init(draft, id: id, generation: session.generation)
  }
}
