import Testing

@testable import ArchBridgeBindings

/// Comments as documentation.
@Suite struct HeaderCommentTests {
  @Test(arguments: [
    ("/* opens it */", "Opens it."),
    ("/// Opens it. And more.", "Opens it."),
    ("/**< Seconds. */", "Seconds."),
    ("/* sqlite3_open opens */", "sqlite3_open opens."),
    ("/***** section *****/", "Section."),
    ("/* See e.g. the manual. */", "See e.g. the manual."),
    ("/* What follows: */", "What follows."),
  ])
  func `the first sentence stands alone`(_ comment: String, _ summary: String) {
    #expect(HeaderComment(comment).summary == summary)
  }

  @Test(arguments: ["/* */", "//", "/**************/", "/* -------- */"])
  func `a rule says nothing`(_ comment: String) {
    #expect(HeaderComment(comment).summary == nil)
    #expect(HeaderComment(comment).paragraphs.isEmpty)
  }

  @Test func `commands become parameters and results`() {
    let comment = HeaderComment(
      """
      /** Reads.
       *  @param[out] volts what is
       *         measured
       *  @return the status
       *  @note Slow.
       */
      """)
    #expect(comment.parameters.map(\.name) == ["volts"])
    #expect(comment.parameters.map(\.text) == ["What is measured."])
    #expect(comment.result == "The status.")
    #expect(comment.paragraphs == ["Slow."])
  }

  @Test func `a manual stays in the manual`() {
    let comment = HeaderComment(
      "/* First.\n\n" + String(repeating: "Much more text.\n\n", count: 200) + "*/")
    #expect(comment.paragraphs.last == "The header says more.")
    #expect(comment.paragraphs.count < 100)
  }
}
