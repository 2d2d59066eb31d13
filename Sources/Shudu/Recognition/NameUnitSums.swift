/// What each character weighs for a name, by where it stands to it: found by the character itself, without a hash.
struct NameUnitSums: Sendable {
  /// Places that a character may have: `tag` of `Feature.Template.nameUnit`.
  static let tags = 7

  /// By unit; 0 for those of no weight.
  private let numbers: FixedTable<UInt16>
  /// Those of one number side by side.
  private let rows: FixedTable<NameModel.Weights>

  /// The sums while they are collected.
  struct Draft {
    fileprivate var numbers = [UInt16](repeating: 0, count: 1 << 16)
    fileprivate var rows = [NameModel.Weights](repeating: .zero, count: tags)

    mutating func add(_ weight: Int16, tag: Int, unit: UInt32, kind: Int) {
      let unit = Int(unit)
      guard unit < numbers.count, tag < tags else { return }
      if numbers[unit] == 0 {
        numbers[unit] = UInt16(truncatingIfNeeded: rows.count / tags)
        rows += [NameModel.Weights](repeating: .zero, count: tags)
      }
      rows[Int(numbers[unit]) * tags + tag][kind] = weight
    }
  }

  init(_ draft: Draft) {
    numbers = FixedTable(draft.numbers)
    rows = FixedTable(draft.rows)
  }

  @inline(__always)
  func row(of unit: UInt16, _ tag: Int) -> NameModel.Row {
    NameModel.Row(rows.known(Int(numbers.known(Int(unit))) &* NameUnitSums.tags &+ tag))
  }
}
