/// Krippendorff's alpha for names without order: agreement beyond chance among any number of raters, each of whom may
/// have left units out.
///
/// 1 is full agreement, 0 what chance gives; nil where fewer than two ratings can be paired, or all are the same (there
/// is then nothing that chance could have made differ). After Krippendorff, Content Analysis, chapter 12.
struct KrippendorffAlpha {
  /// - Parameter units: for each thing that was rated, the names that raters gave it.
  static func nominal(_ units: [[String]]) -> Double? {
    var totals: [String: Double] = [:]
    var observed = 0.0
    var count = 0.0
    for ratings in units where ratings.count > 1 {
      var counts: [String: Double] = [:]
      for rating in ratings { counts[rating, default: 0] += 1 }
      let size = Double(ratings.count)
      count += size
      for (rating, number) in counts {
        totals[rating, default: 0] += number
        observed += number * (size - number) / (size - 1)
      }
    }
    guard count > 1 else { return nil }
    let expected = totals.values.reduce(0) { $0 + $1 * (count - $1) } / (count - 1)
    guard expected > 0 else { return nil }
    return 1 - observed / expected
  }
}
