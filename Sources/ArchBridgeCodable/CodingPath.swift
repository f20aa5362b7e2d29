/// Where a value lies in what is encoded or decoded, as a chain from the innermost key outwards.
///
/// Going one level down costs one small object; the array that errors want is made on demand.
final class CodingPath {
  private let parent: CodingPath?
  private let key: any CodingKey

  init(_ parent: CodingPath?, _ key: any CodingKey) {
    self.parent = parent
    self.key = key
  }

  /// The keys from the outermost inwards.
  private var keys: [any CodingKey] {
    var keys: [any CodingKey] = []
    var node: CodingPath? = self
    while let current = node {
      keys.append(current.key)
      node = current.parent
    }
    keys.reverse()
    return keys
  }

  static func keys(of path: CodingPath?, then key: (any CodingKey)? = nil) -> [any CodingKey] {
    var keys = path?.keys ?? []
    if let key { keys.append(key) }
    return keys
  }
}

/// A key that no type declares: an element's index, or `super`.
enum PathKey: CodingKey {
  case index(Int)
  case name(String)

  static let superclass = PathKey.name("super")

  init(stringValue: String) { self = .name(stringValue) }
  init(intValue: Int) { self = .index(intValue) }

  var stringValue: String {
    switch self {
    case .index(let index): "Index \(index)"
    case .name(let name): name
    }
  }

  var intValue: Int? {
    if case .index(let index) = self { index } else { nil }
  }
}
