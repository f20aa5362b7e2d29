import CFloor
import Glibc

/// On which processors the two sides of a measurement run.
///
/// Left alone, the scheduler puts two processes that talk to each other now on one processor, now
/// on two, and a figure would say which it was rather than what a call takes.
enum Placement {
  /// The controller on processor 0 and the helper on processor 1.
  case twoCores
  /// Both on processor 0.
  case oneCore
  /// Wherever the scheduler puts them.
  case free

  /// What a row's name says where this is not the placement that its goal is for.
  var suffix: String {
    switch self {
    case .twoCores: "_two_cores"
    case .oneCore: "_same_core"
    case .free: "_left_free"
    }
  }

  /// Puts all of this process's threads where the controller belongs.
  func pinController() { Self.pin(getpid(), to: self == .free ? nil : 0) }

  /// Puts all of another process's threads where the helper belongs.
  ///
  /// A process begins on the processors of the one that started it.
  func pinHelper(_ process: Int32) {
    switch self {
    case .twoCores: Self.pin(process, to: 1)
    case .oneCore: Self.pin(process, to: 0)
    case .free: Self.pin(process, to: nil)
    }
  }

  /// Puts all of a process's threads on one processor; on all of them for nil.
  static func pin(_ process: Int32, to processor: Int?) {
    guard floor_pin(process, Int32(processor ?? -1)) == 0 else {
      fatalError("a process cannot be put on processor \(processor ?? -1); the benchmark needs two")
    }
  }
}
