/// What an API notes file says of a header: clang's format, as far as it bears on a library's calls.
///
///     Name: Meter
///     Functions:
///     - Name: meter_read
///       SwiftName: read(_:)
///       ArchBridge: [status=zero, message=meter_message]
///       Parameters:
///       - Position: 1
///         ArchBridge: [out]
///
/// `ArchBridge` is the one key that clang does not have: a list of annotations.
package struct APINotes: Decodable, Sendable {
  /// What can be said of anything that has a name.
  package struct Entity: Decodable, Sendable {
    package var name: String
    package var swiftName: String?
    package var isPrivate: Bool
    package var isUnavailable: Bool
    package var unavailabilityMessage: String?
    package var annotations: [String]

    static let keys: Set = [
      "Name", "SwiftName", "SwiftPrivate", "Availability", "AvailabilityMsg", "ArchBridge",
    ]

    package init(from decoder: any Decoder) throws {
      let notes = try NoteKeys(decoder)
      name = try notes.text("Name") ?? ""
      swiftName = try notes.text("SwiftName")
      isPrivate = try notes.value("SwiftPrivate") ?? false
      isUnavailable = try ["none", "nonswift"].contains(notes.text("Availability") ?? "available")
      unavailabilityMessage = try notes.text("AvailabilityMsg")
      annotations = try notes.value("ArchBridge") ?? []
      if name.isEmpty { throw notes.error("an entry has no Name") }
    }
  }

  /// A function's entry.
  package struct Function: Decodable, Sendable {
    package var entity: Entity
    package var parameters: [Parameter]
    package var resultNullability: Nullability?
    /// The nullability of each parameter, first to last.
    package var nullability: [Nullability?]

    package init(from decoder: any Decoder) throws {
      let notes = try NoteKeys(decoder)
      entity = try Entity(from: decoder)
      try notes.allow(
        Entity.keys.union(["Parameters", "Nullability", "NullabilityOfRet"]), in: entity.name)
      parameters = try notes.value("Parameters") ?? []
      resultNullability = try notes.nullability("NullabilityOfRet")
      nullability = try (notes.value("Nullability") ?? [String]()).map(notes.nullability(of:))
    }
  }

  /// A parameter's entry.
  package struct Parameter: Decodable, Sendable {
    package var position: Int
    package var nullability: Nullability?
    package var annotations: [String]

    private struct Bounds: Decodable {
      let Kind: String
      let BoundedBy: String
    }

    package init(from decoder: any Decoder) throws {
      let notes = try NoteKeys(decoder)
      guard let position: Int = try notes.value("Position") else {
        throw notes.error("a parameter has no Position")
      }
      self.position = position
      try notes.allow(
        ["Position", "Nullability", "NoEscape", "BoundsSafety", "ArchBridge"],
        in: "parameter \(position)")
      nullability = try notes.nullability("Nullability")
      annotations = try notes.value("ArchBridge") ?? []
      if let isNoEscape: Bool = try notes.value("NoEscape") {
        annotations.append(isNoEscape ? "noescape" : "escaping")
      }
      if let bounds: Bounds = try notes.value("BoundsSafety") {
        annotations.append("\(bounds.Kind)=\(bounds.BoundedBy)")
      }
    }
  }

  /// The entry of a structure, union or enumeration.
  package struct Tag: Decodable, Sendable {
    package var entity: Entity
    /// Whether its constants are bits to be combined; nil where nothing is said.
    package var isFlags: Bool?

    package init(from decoder: any Decoder) throws {
      let notes = try NoteKeys(decoder)
      entity = try Entity(from: decoder)
      try notes.allow(
        Entity.keys.union(["EnumKind", "EnumExtensibility", "FlagEnum"]), in: entity.name)
      isFlags = try notes.value("FlagEnum")
      if let kind = try notes.text("EnumKind") {
        isFlags = kind == "NSOptions" || kind == "CFOptions"
      }
    }
  }

  /// A `typedef`'s entry.
  package struct Typedef: Decodable, Sendable {
    package var entity: Entity
    /// Whether it is a Swift type of its own: `SwiftWrapper: struct` or `enum`.
    package var isWrapped: Bool

    package init(from decoder: any Decoder) throws {
      let notes = try NoteKeys(decoder)
      entity = try Entity(from: decoder)
      try notes.allow(Entity.keys.union(["SwiftWrapper", "SwiftType"]), in: entity.name)
      isWrapped = try ["struct", "enum"].contains(notes.text("SwiftWrapper") ?? "none")
    }
  }

  package var functions: [Function] = []
  package var globals: [Entity] = []
  package var enumerators: [Entity] = []
  package var tags: [Tag] = []
  package var typedefs: [Typedef] = []

  package init() {}

  package init(from decoder: any Decoder) throws {
    let notes = try NoteKeys(decoder)
    try notes.allow(
      ["Name", "Functions", "Globals", "Enumerators", "Tags", "Typedefs"], in: "the file")
    functions = try notes.value("Functions") ?? []
    globals = try notes.value("Globals") ?? []
    enumerators = try notes.value("Enumerators") ?? []
    tags = try notes.value("Tags") ?? []
    typedefs = try notes.value("Typedefs") ?? []
  }
}
