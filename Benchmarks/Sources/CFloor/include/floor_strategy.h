#ifndef FLOOR_STRATEGY_H
#define FLOOR_STRATEGY_H

/// How a side waits for the other one.
enum floor_strategy {
  /// Sleeps at once.
  FLOOR_FUTEX,
  /// Spins for 5 µs, then sleeps.
  FLOOR_SPIN_5,
  /// Spins for 20 µs, then sleeps.
  FLOOR_SPIN_20,
  /// Spins for up to 50 µs if the other side last ran on another processor, then sleeps.
  FLOOR_OTHER_PROCESSOR,
  /// Spins, and never sleeps.
  FLOOR_SPIN,
};

#endif
