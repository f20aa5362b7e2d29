import ArchBridgeObjectFiles
import Testing

@Suite struct ELFDynamicSectionTests {
  @Test(arguments: [
    ("$ORIGIN", "/opt/x"), ("$ORIGIN/lib", "/opt/x/lib"), ("${ORIGIN}lib", "/opt/xlib"),
    ("/a/$ORIGIN/$ORIGIN", "/a//opt/x//opt/x"), ("$ORIGINAL", "$ORIGINAL"),
    ("$ORIGIN_1", "$ORIGIN_1"), ("$LIB/a", "$LIB/a"), ("${ORIGIN", "${ORIGIN"), ("$", "$"),
    ("", ""), ("$$ORIGIN", "$/opt/x"),
  ])
  func `puts the origin in its place`(folder: String, expanded: String) {
    #expect(ELFDynamicSection.expanded(folder, origin: "/opt/x") == expanded)
  }

  @Test func `searches the runpath, and the rpath only without one`() throws {
    var tiny = TinyELF(rpath: "/old:$ORIGIN")
    let old = try #require(try file(tiny.bytes).dynamicSection())
    #expect(old.searchFolders(origin: "/here") == ["/old", "/here"])
    tiny.runpath = "$ORIGIN/new"
    let new = try #require(try file(tiny.bytes).dynamicSection())
    #expect(new.searchFolders(origin: "/here") == ["/here/new"])
  }
}
