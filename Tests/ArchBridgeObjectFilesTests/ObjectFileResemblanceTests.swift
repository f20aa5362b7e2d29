import ArchBridgeObjectFiles
import Testing

@Suite struct ObjectFileResemblanceTests {
  @Test(arguments: [
    ("", ObjectFileResemblance.empty),
    ("/* GNU ld script\n*/\nOUTPUT_FORMAT(elf32-i386)\nGROUP ( /lib/libc.so.6 )", .linkerScript),
    ("INPUT(-ltinfo)\n", .linkerScript),
    ("#!/bin/sh\necho\n", .script),
    ("dear reader\n", .text),
    ("!<arch>\ndebian-binary", .archive),
    ("!<thin>\n/", .archive),
    ("MZ\u{0}\u{3}", .portableExecutable),
    ("\u{1}\u{2}\u{3}", .unknown),
    ("\u{7F}EL", .unknown),
  ])
  func `says what a file looks like`(contents: String, resemblance: ObjectFileResemblance) {
    #expect(throws: ObjectFileError.notAnObjectFile(resemblance)) {
      try file(Array(contents.utf8))
    }
  }

  @Test(
    arguments: [
      [0xFE, 0xED, 0xFA, 0xCE], [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE],
    ] as [[UInt8]])
  func `knows Mach-O`(magic: [UInt8]) {
    #expect(throws: ObjectFileError.notAnObjectFile(.machO)) { try file(magic + [0, 0, 0]) }
  }
}
