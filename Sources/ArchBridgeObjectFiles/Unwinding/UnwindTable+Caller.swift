extension UnwindTable {
  /// The registers that a frame's caller will have, and whether a signal came in between.
  ///
  /// - Parameters:
  ///   - registers: those of the frame.
  ///   - address: where its code is, as the file counts addresses.
  ///   - memory: gives a word of the stack, or nil where there is none.
  /// - Returns: nil where the file does not say, or not so that it makes sense.
  public func caller(
    of registers: UnwindRegisters, at address: UInt64, _ memory: (UInt64) -> UInt64?
  ) -> (registers: UnwindRegisters, isSignalFrame: Bool)? {
    do throws(UnwindFault) {
      guard registers.is64 == is64, let entry = try entry(of: address) else { return nil }
      let rules = try UnwindRules(entry, at: address, is64: is64)
      let frame: UInt64
      switch rules.address {
      case .register(let number, let offset):
        guard let value = registers.values[number] else { return nil }
        frame = registers.wrapped(value &+ offset)
      case .value(let expression):
        frame = try UnwindExpression(expression, registers).value(pushing: nil, memory)
      }
      var caller = registers
      for (number, rule) in rules.registers.enumerated() {
        switch rule {
        case .same: break
        case .lost: caller.values[number] = nil
        case .memory(let offset):
          caller.values[number] = memory(registers.wrapped(frame &+ offset))
        case .distance(let offset): caller.values[number] = registers.wrapped(frame &+ offset)
        case .register(let other): caller.values[number] = registers.values[other]
        case .memoryAt(let expression):
          let place = try UnwindExpression(expression, registers).value(pushing: frame, memory)
          caller.values[number] = memory(place)
        case .value(let expression):
          caller.values[number] = try UnwindExpression(expression, registers)
            .value(pushing: frame, memory)
        }
      }
      let returnRule = rules.registers[entry.common.returnRegister]
      // The outermost function says that nobody called it.
      if case .lost = returnRule { return nil }
      if case .same = returnRule { return nil }
      caller.programCounter = caller.values[entry.common.returnRegister]
      if case .same = rules.registers[is64 ? 7 : 4] { caller.stackPointer = frame }
      return (caller, entry.common.isSignalFrame)
    } catch {
      return nil
    }
  }
}
