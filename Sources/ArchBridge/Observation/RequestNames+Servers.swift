internal import ArchBridgeWire

/// What a server of the user's own is asked, and answers.
extension RequestNames {
  /// A request to a server, or to start it, as its caller made it; nil for others.
  func server(_ kind: EnvelopeKind, _ body: [UInt8]) throws -> RequestText? {
    switch kind {
    case .startServer:
      let message = try StartServerMessage(decoding: body)
      return RequestText(
        "start",
        message.arguments.map {
          .init("\(printable(Array($0.name.utf8))): \(wire.text(item: $0.item))", $0.item)
        })
    case .request:
      let message = try RequestMessage(decoding: body)
      guard let member = members[message.member] else {
        return RequestText(
          "member \(message.member)", message.arguments.map { .init(wire.text(item: $0), $0) })
      }
      let labels = member.parameters.map {
        $0.label.isEmpty ? "" : printable(Array($0.label.utf8)) + ": "
      }
      let name = printable(Array(member.name.utf8))
      return RequestText(
        message.isSetting ? "\(name).set" : name,
        message.arguments.enumerated().map { index, item in
          .init((index < labels.count ? labels[index] : "") + wire.text(item: item), item)
        })
    default: return nil
    }
  }

  /// What a server gave; nil for other requests.
  func serverResult(_ kind: EnvelopeKind, _ reply: [UInt8]) throws -> String? {
    switch kind {
    case .startServer: try printable(ServerStartedMessage(decoding: reply).libraryPath)
    case .request: wire.text(item: try AnswerMessage(decoding: reply).item)
    default: nil
    }
  }
}

extension WireText {
  /// How many characters a value of many parts shows.
  private static let valueLimit = 1_024

  /// An encoded value.
  func text(item: [UInt8]) -> String {
    guard let value = try? CBORValue(decoding: item) else { return hex(item) }
    let text = text(item: value)
    return text.count > Self.valueLimit ? text.prefix(Self.valueLimit) + "…" : text
  }

  private func text(item: CBORValue) -> String {
    switch item {
    case .array(let items): "[\(list(items) { text(item: $0) })]"
    case .map(let pairs):
      pairs.isEmpty
        ? "[:]" : "[\(list(pairs) { "\(text(item: $0.key)): \(text(item: $0.value))" })]"
    case .tagged(let tag, .bytes(let bytes)):
      text(bytes, TypedArrayTag(rawValue: tag))
    case .null: "nil"
    case .bool(let value): "\(value)"
    default: text(item)
    }
  }

  private func list<Element>(_ elements: [Element], _ text: (Element) -> String) -> String {
    let shown = elements.prefix(Self.elementLimit).map(text).joined(separator: ", ")
    return elements.count > Self.elementLimit ? "\(shown), … \(elements.count) in all" : shown
  }
}
