import Testing

@Suite struct DoctorTests {
  @Test func `passes where these tests can run`() throws {
    let run = Tool("doctor")
    #expect(run.exitCode == 0)
    #expect(run.lines.count == 11 && run.lines.allSatisfy { $0.hasPrefix("pass  ") })
  }

  @Test func `says the same as JSON`() throws {
    let checks = try #require(Tool("doctor", "--json").json["checks"] as? [[String: Any]])
    #expect(checks.count == 11 && checks.allSatisfy { $0["passes"] as? Bool == true })
  }
}
