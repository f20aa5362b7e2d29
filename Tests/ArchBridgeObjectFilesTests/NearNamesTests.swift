import ArchBridgeObjectFiles
import Testing

@Suite struct NearNamesTests {
  private let names = [
    "dgesv_", "dgesvd_", "dgesvx_", "sgesv_", "zgemm_", "_init", "Open@8", "@Fast@12",
    "inflateInit_",
    "inflateEnd", "x",
  ]

  @Test(arguments: [
    ("dgesv", "dgesv_"), ("DGESV", "dgesv_"), ("dgesv__", "dgesv_"), ("_dgesv_", "dgesv_"),
    ("zgmem", "zgemm_"), ("init", "_init"), ("open", "Open@8"), ("Open", "Open@8"),
    ("fast", "@Fast@12"), ("inflateInit", "inflateInit_"), ("inflatEnd", "inflateEnd"),
  ])
  func `puts what was meant first`(written: String, meant: String) {
    #expect(nearNames(to: written, in: names, limit: 3).first == meant)
  }

  @Test func `orders by distance, then decoration, then name`() {
    #expect(
      nearNames(to: "dgesv", in: names, limit: 5) == ["dgesv_", "dgesvd_", "dgesvx_", "sgesv_"])
    #expect(
      nearNames(to: "abcd", in: ["abcd__", "abcd_", "ABCD", "abcd"], limit: 9)
        == ["abcd", "ABCD", "abcd_", "abcd__"])
  }

  @Test func `offers nothing that is far`() {
    #expect(nearNames(to: "solve", in: names, limit: 5) == [])
    #expect(nearNames(to: "y", in: names, limit: 5) == [])
    #expect(nearNames(to: "", in: names, limit: 5) == [])
  }

  @Test func `gives a name once, and no more than asked for`() {
    #expect(nearNames(to: "tiny", in: ["tinny", "tinny", "tin"], limit: 2) == ["tin", "tinny"])
    #expect(nearNames(to: "tiny", in: ["tinny", "tin"], limit: 1) == ["tin"])
    #expect(nearNames(to: "tiny", in: ["tiny"], limit: 0) == [])
    #expect(nearNames(to: "tiny", in: ["tiny"], limit: -1) == [])
  }

  @Test func `copes with names of underscores, decoration only, and great length`() {
    let long = String(repeating: "a", count: 100_000)
    let odd = ["_", "__", "@", "@8", "_@8", "@@", "", long]
    #expect(nearNames(to: "_", in: odd, limit: 9).first == "_")
    #expect(nearNames(to: long, in: odd, limit: 9) == [long])
  }

  @Test(.timeLimit(.minutes(4))) func `searches twenty thousand names`() {
    let many = (0..<20_000).map { "vendor_function_\($0 &* 7919 % 100_003)" } + ["vendor_solve_"]
    #expect(nearNames(to: "vendor_slove", in: many, limit: 1) == ["vendor_solve_"])
  }
}
