import ArchBridgeObjectFiles
import Testing

@Suite struct LoaderConfigurationTests {
  @Test func `keeps the order of folders and includes`() {
    let text = """
      # libc default configuration
      /usr/local/lib
      include /etc/ld.so.conf.d/*.conf\tother/*.conf
        /opt/vendor/lib//   # theirs

      /last
      """
    #expect(
      LoaderConfiguration(text).entries == [
        .folder("/usr/local/lib"), .include(pattern: "/etc/ld.so.conf.d/*.conf"),
        .include(pattern: "other/*.conf"), .folder("/opt/vendor/lib"), .folder("/last"),
      ])
  }

  @Test func `gives folders and patterns apart`() {
    let configuration = LoaderConfiguration("/a\ninclude b\n/c")
    #expect(configuration.folders == ["/a", "/c"])
    #expect(configuration.includePatterns == ["b"])
  }

  @Test(arguments: [
    ("", []), ("\n\n", []), ("#/a", []), ("hwcap 0 nosegneg", []), ("include", ["include"]),
    ("included/lib", ["included/lib"]), ("/x=libc6", ["/x"]), ("/", ["/"]), ("///", ["/"]),
    ("/with space/lib", ["/with space/lib"]), ("/a\r\n/b\r\n", ["/a", "/b"]), ("=libc5", []),
    ("/ä/ö", ["/ä/ö"]),
  ])
  func `reads a line as ldconfig does`(text: String, folders: [String]) {
    let configuration = LoaderConfiguration(text)
    #expect(configuration.folders == folders)
    #expect(configuration.includePatterns == [])
  }
}
