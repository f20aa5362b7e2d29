internal import CArchBridgeShims

/// What a helper left of itself when a signal or its library's `exit` ended it.
///
/// The library may have written any of it: each piece is copied once, and nothing in it is trusted.
package struct HelperReport: Sendable {
  /// The signal; nil where the library called `exit`.
  package let signal: Int32?
  /// The signal's code, as in `siginfo_t`.
  package let code: Int32
  /// The process that sent the signal, where one did; the system call that was refused.
  package let sender: Int32
  /// Whether the process itself sent the signal, as `abort` does.
  package let isOwnSignal: Bool
  /// Whether it met the signal on its main thread.
  package let isMainThread: Bool
  /// Whether its keeper had asked where its main thread was.
  package let isLocated: Bool
  /// Whether it met it on the thread for calls beside others.
  package let isAside: Bool
  /// C's `errno` there.
  package let errorNumber: Int32
  /// The machine's number in ELF files.
  package let machine: UInt16
  /// The address that could not be used, or that of the instruction; nil where the signal was sent.
  package let faultAddress: UInt64?
  /// The registers in the order that DWARF gives them.
  package let registers: [UInt64]
  /// The kernel's own code in the process, and where it lay.
  package let kernel: (address: UInt64, bytes: [UInt8])
  /// The executable lines of `/proc/self/maps`.
  package let maps: [UInt8]
  /// The stack from the stack pointer on, and where it lay.
  package let stack: (address: UInt64, bytes: [UInt8])
  /// Which guarded memory the address is at; nil where it is at none.
  package let overrun: Overrun?

  /// Memory that a call lent, and that was used where it may not be.
  package struct Overrun: Equatable, Sendable {
    /// The function that was called with it, as the helper has its name.
    package let function: [UInt8]
    /// The argument, counted from 0; one more than the last is the result.
    package let argument: Int
    /// Which of an argument's texts it is, counted from 0.
    package let text: Int?
    /// Where it was.
    package let memory: UInt64
    /// How long it was.
    package let byteCount: UInt64
    /// Whether it was written, or read; nil where that is not known.
    package let isWrite: Bool?
    /// Whether the call had returned.
    package let isReturned: Bool

    /// Makes one.
    package init(
      function: [UInt8], argument: Int, text: Int?, memory: UInt64, byteCount: UInt64,
      isWrite: Bool?, isReturned: Bool
    ) {
      self.function = function
      self.argument = argument
      self.text = text
      self.memory = memory
      self.byteCount = byteCount
      self.isWrite = isWrite
      self.isReturned = isReturned
    }
  }

  /// Reads a report; nil where there is none.
  ///
  /// `read` gives so many bytes at an offset, or none.
  package init?(reading read: (_ offset: Int, _ count: Int) -> [UInt8]) {
    let bytes = read(0, MemoryLayout<ab_report>.size)
    guard bytes.count == MemoryLayout<ab_report>.size else { return nil }
    // Safe: the bytes are as many as the structure has, which any bytes are.
    let head = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(as: ab_report.self) }
    guard head.mark == UInt32(AB_REPORT_MARK) else { return nil }
    signal = (1...64).contains(head.signal) ? head.signal : nil
    (code, sender) = (head.code, head.sender)
    isOwnSignal = head.code <= 0 && head.sender == head.process
    isMainThread = head.process == head.thread
    isLocated =
      isMainThread && head.signal == Int32(AB_KEEPER_ASKS) && head.code == 0 && !isOwnSignal
    isAside = head.is_aside == 1
    errorNumber = head.error_number
    machine = UInt16(truncatingIfNeeded: head.machine)
    faultAddress = signal != nil && head.code > 0 ? head.fault_address : nil
    // Safe: the registers are numbers, one behind the other.
    registers = unsafe withUnsafeBytes(of: head.registers) {
      unsafe [UInt64]($0.bindMemory(to: UInt64.self))
    }
    func piece(_ offset: some BinaryInteger, _ count: UInt32, _ limit: some BinaryInteger)
      -> [UInt8]
    { count == 0 ? [] : read(Int(offset), min(Int(count), Int(limit))) }
    kernel = (
      head.kernel_address,
      piece(AB_REPORT_KERNEL_OFFSET, head.kernel_byte_count, AB_REPORT_KERNEL_BYTES)
    )
    maps = piece(AB_REPORT_MAPS_OFFSET, head.maps_byte_count, AB_REPORT_MAPS_BYTES)
    stack = (
      head.stack_address,
      piece(AB_REPORT_STACK_OFFSET, head.stack_byte_count, AB_REPORT_STACK_BYTES)
    )
    overrun = Overrun(
      read(Int(AB_REPORT_OVERRUN_OFFSET), MemoryLayout<ab_report_overrun>.size))
  }
}

extension HelperReport.Overrun {
  /// Reads it; nil where there is none, or one that cannot be.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == MemoryLayout<ab_report_overrun>.size else { return nil }
    // Safe: as the head's.
    let found = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(as: ab_report_overrun.self) }
    guard found.mark == UInt32(AB_REPORT_OVERRUN_MARK), 0...127 ~= found.argument,
      -1...255 ~= found.text
    else { return nil }
    let name = unsafe withUnsafeBytes(of: found.function) { unsafe [UInt8]($0) }
    function = [UInt8](name.prefix(Int(clamping: found.function_byte_count)))
    argument = Int(found.argument)
    text = found.text < 0 ? nil : Int(found.text)
    (memory, byteCount) = (found.memory, found.byte_count)
    isWrite = found.access == 0 ? nil : found.access == 2
    isReturned = found.is_returned != 0
  }
}

extension HelperReport: CustomStringConvertible, CustomReflectable {
  /// What it is, without its bytes, which are many.
  package var description: String { "HelperReport(signal: \(signal.map(String.init) ?? "none"))" }
  /// No parts, for whoever prints all there is.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
