import ArchBridgeABI
import ArchBridgeObjectFiles
import Testing

@Suite struct ELFHeaderTests {
  private func header(_ tiny: TinyELF) throws -> ELFHeader { try file(tiny.bytes).header }

  @Test(arguments: Architecture.all)
  func `knows every architecture that has a helper`(architecture: Architecture) throws {
    let tiny = TinyELF(is64: architecture.elfBitCount == 64, machine: architecture.elfMachine)
    #expect(try header(tiny).architecture == architecture)
    #expect(try header(tiny).machineName == architecture.name)
  }

  @Test func `has no architecture for the same machine with another word size or byte order`()
    throws
  {
    #expect(try header(TinyELF(is64: false, machine: 62)).architecture == nil)
    #expect(try header(TinyELF(is64: false, machine: 62)).machineName == "x32")
    #expect(try header(TinyELF(isLittleEndian: false, machine: 62)).architecture == nil)
  }

  @Test(arguments: [
    (UInt16(40), false, true, "arm"), (183, true, true, "aarch64"), (243, true, true, "riscv64"),
    (243, false, true, "riscv32"), (21, true, true, "ppc64le"), (21, true, false, "ppc64"),
    (8, false, false, "mips"), (8, true, true, "mips64el"), (22, true, false, "s390x"),
    (4711, true, true, "machine 4711"),
  ])
  func `names machines`(machine: UInt16, is64: Bool, isLittle: Bool, name: String) throws {
    let tiny = TinyELF(is64: is64, isLittleEndian: isLittle, machine: machine)
    #expect(try header(tiny).machineName == name)
  }

  @Test(arguments: [
    (UInt16(1), ELFHeader.FileType.relocatable), (2, .executable), (3, .sharedObject), (4, .core),
    (0xFE00, .other(0xFE00)),
  ])
  func `tells file types`(number: UInt16, type: ELFHeader.FileType) throws {
    #expect(try header(TinyELF(fileType: number)).fileType == type)
  }
}
