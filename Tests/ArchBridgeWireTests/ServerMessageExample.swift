import ArchBridgeWire

/// What a server of the user's own is asked, and answers.
extension MessageExample {
  private static let int32 = ServerMember.Parameter(label: "", type: "Int32", slotType: .int32)

  static let servers = [
    MessageExample(
      "startServer", 32, StartServerMessage(arguments: [.init(name: "port", item: [7])])),
    MessageExample(
      "serverStarted", 32,
      ServerStartedMessage(
        libraryPath: [],
        members: [
          ServerMember(
            number: 0, kind: .function, name: "add",
            parameters: [int32, .init(label: "to", type: "Int32", slotType: .int32)],
            result: int32, help: "Adds."),
          ServerMember(
            number: 1, kind: .variable, name: "names", parameters: [],
            result: .init(label: "", type: "[String]", slotType: nil), help: ""),
        ])),
    MessageExample(
      "request", 33, RequestMessage(member: 0, isSetting: false, arguments: [[1], [0x21]])),
    MessageExample("answer", 33, AnswerMessage(item: [0x20])),
    MessageExample(
      "request, to set", 34,
      RequestMessage(
        member: 1, isSetting: true, arguments: [[0x82, 0x61, 0x61, 0x61, 0x62]])),
    MessageExample("answer, of nothing", 34, AnswerMessage(item: [0xF6])),
    MessageExample(
      "failure, of a server", 35,
      FailureMessage(
        .serverFailed,
        ExceptionMessage(type: Array("NoDev".utf8), text: Array("none".utf8)).encoded)),
  ]
}
