internal import ArchBridgeWire

/// What a replayed session does otherwise than the recorded one, in its caller's terms.
struct ReplayDifference {
  let error: BridgeError

  /// Requests that are calls to their caller; others serve them.
  private static let calls: Set<EnvelopeKind> = [
    .call, .invoke, .batch, .readMemory, .writeMemory, .readTexts, .register, .request,
  ]
  private static let answers: Set<EnvelopeKind> = [.calledBack, .calledBackNumbers]

  /// Compares what was made with the record at `index`; where that is nil there is none before `end`.
  init(
    reader: ArchiveReader, index: Int?, end: Int, made: Envelope
  ) throws(ArchiveDamage) {
    var names = RequestNames(encoding: reader.header.encoding)
    var number = 0
    var called: Envelope?
    var recorded: Envelope?
    let isAnswer = Self.answers.contains(made.kind)
    for (place, entry) in reader.entries[..<(index ?? end)].enumerated() {
      if entry.kind == .sent, Self.calls.contains(entry.envelopeKind) { number += 1 }
      if entry.kind == .received, entry.thread == made.thread,
        entry.envelopeKind == .callback || entry.envelopeKind == .callbackNumbers
      {
        called = nil
        if isAnswer { called = try reader.envelope(reader.entries[place]) }
      }
      guard entry.kind == .sent || entry.kind == .received,
        RequestNames.teaching.contains(entry.envelopeKind),
        entry.envelopeKind != .call || isAnswer
      else { continue }
      let envelope = try reader.envelope(entry)
      if entry.kind == .sent {
        names.note(request: envelope.kind, envelope.sequence, envelope.body)
      } else {
        names.note(reply: envelope.kind, envelope.sequence, envelope.body)
      }
    }
    if let index { recorded = try reader.envelope(reader.entries[index]) }
    // An answer belongs to the call that is under way; anything else is the next one.
    let place = "call \(isAnswer ? number : number + 1)"
    func text(_ envelope: Envelope) -> String {
      Self.answers.contains(envelope.kind)
        ? "a closure's answer \(names.text(answer: envelope, to: called))"
        : "\(names.text(envelope.kind, envelope.body))"
    }
    guard let recorded else {
      let isLast = end == reader.entries.count
      error = BridgeError(
        .replayMismatch,
        isLast && reader.isCutShort
          ? "\(place): made \(text(made)), but the recording ends before it; the program that made it "
            + "did not come to its end"
          : "\(place): made \(text(made)), but the recorded session has no more calls")
      return
    }
    let what: String
    if isAnswer || Self.answers.contains(recorded.kind) {
      what = recorded.kind == made.kind ? "the closure's answer differs" : "they are not the same"
    } else {
      what = Self.difference(
        names.text(recorded.kind, recorded.body), names.text(made.kind, made.body))
    }
    error = BridgeError(
      .replayMismatch, "\(place): recorded \(text(recorded)), made \(text(made)): \(what)")
  }

  /// The first thing that differs.
  private static func difference(_ recorded: RequestText, _ made: RequestText) -> String {
    guard recorded.name == made.name else { return "another function" }
    guard recorded.parts.count == made.parts.count else {
      return "\(made.parts.count) arguments instead of \(recorded.parts.count)"
    }
    let word = recorded.name == "batch" ? "call" : "argument"
    for (index, (one, other)) in zip(recorded.parts, made.parts).enumerated()
    where one.key != other.key {
      guard one.text == other.text else { return "\(word) \(index + 1) differs" }
      let start = zip(one.key, other.key).enumerated().first { $1.0 != $1.1 }?.offset
      return "\(word) \(index + 1) differs, from byte \(start ?? 0) on"
    }
    return "the types of its arguments or result differ"
  }

  /// The error of a call whose answer is not in the recording.
  static func cutShort(_ reader: ArchiveReader) -> BridgeError {
    let number = reader.entries.count { $0.kind == .sent && calls.contains($0.envelopeKind) }
    return BridgeError(
      .replayMismatch,
      "call \(number): the recording has no answer to it; the program that made it did not come to "
        + "its end, or closed the session, or the file was changed")
  }
}

extension Envelope {
  /// Whether this is what was recorded, or says the same on this machine.
  func isSame(as made: Envelope) -> Bool {
    if self == made { return true }
    guard kind == made.kind else { return false }
    switch kind {
    // The greeting is what this version says, whichever the recorded one was.
    case .hello: return true
    case .confine:
      guard var here = try? ConfineMessage(decoding: made.body),
        let recorded = try? ConfineMessage(decoding: body)
      else { return false }
      // Folders may differ, and what a machine has of them.
      (here.writable, here.readable) = (recorded.writable, recorded.readable)
      return here == recorded
    default: return false
    }
  }
}
