import ArchBridgeServerGenerator
import Testing

/// Whole generated sources, compared with those that are committed.
@Suite struct GeneratedSourceTests {
  @Test(arguments: ServerFixture.all)
  func `a server gives the sources that are committed beside it`(_ fixture: ServerFixture) throws {
    let generated = try fixture.generate()
    #expect(generated.diagnostics == [])
    try fixture.compare(generated.serverText, with: "expected.swift")
    if fixture.name != "values" {
      try fixture.compare(generated.clientText, with: "client/expected.swift")
    }
  }
}
