/// What the form and the classes of a word weigh for names beside and around it, added up once for all words of a sort.
///
/// *Cost*: made with a model, from some hundred sorts of words; then one load a word.
struct NameWordSums: Sendable {
  /// Where a word stands to a name.
  enum Place: Int, CaseIterable {
    case before, after
    /// It is the name's own first or last word, or the one before its last, or any between its ends.
    case first, last, beforeLast, inner

    var template: Feature.Template {
      switch self {
      case .before: .nameBefore
      case .after: .nameAfter
      case .first, .last, .beforeLast, .inner: .nameInner
      }
    }

    /// Of the feature that tells its form; the next is that of its classes.
    var tag: Int {
      switch self {
      case .before, .after: 5
      case .first: 3
      case .last: 5
      case .beforeLast: 7
      case .inner: 9
      }
    }
  }

  /// Those of one sort side by side.
  private let rows: FixedTable<NameModel.Row>

  init(table: NameTable, model: NameModel) {
    var rows: [NameModel.Row] = []
    for sort in 0..<table.sorts {
      let (form, classes) = table.word(ofSort: sort)
      for place in Place.allCases {
        var support = NameSupport(model)
        support.addWord(form, classes, place.template, place.tag, by: model)
        rows.append(support.sums)
      }
    }
    self.rows = FixedTable(rows)
  }

  /// - Parameter sort: a number that the table gave.
  @inline(__always)
  func sums(ofSort sort: Int, at place: Place) -> NameModel.Row {
    rows[sort * Place.allCases.count + place.rawValue]
  }
}
