/// Conditions of `#if` that tell the helper from the other side.
enum HelperCondition {
  /// Whether what stands under these conditions is not compiled for the helper.
  static func excludes(_ conditions: [String]) -> Bool {
    conditions.contains { condition in
      let text = condition.filter { $0 != " " }
      if text.contains("||") || text.contains("!(!") { return false }
      return text.contains("!hasFeature(Embedded)") || text.contains("!(hasFeature(Embedded))")
    }
  }
}
