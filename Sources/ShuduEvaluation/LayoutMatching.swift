import Shudu

/// A page's joins and blocks beside the gold ones.
///
/// A join is right where both its offsets are; a block where it has the gold one's type and begins at most eight
/// characters before it. Optional rows are neither required nor punished.
public struct LayoutMatching: Sendable {
  /// What was missed (`join`, or a type of block), or made up.
  public struct Miss: Sendable, Equatable {
    public var kind: String
    public var isMissed: Bool
    /// The block's first characters; of a join those before and after it.
    public var text: String
  }

  public private(set) var joins = Tally()
  /// By type of block.
  public private(set) var kinds: [String: Tally] = [:]
  /// Those of joins first.
  public private(set) var misses: [Miss] = []

  /// All types of blocks together.
  public var blocks: Tally { kinds.values.reduce(into: Tally()) { $0 += $1 } }

  /// The types of blocks that are told apart, in the order of a report.
  public static let blockKinds = ["heading", "byline", "dateline", "caption", "credit", "label"]

  /// Characters of a text in `misses`.
  private static let shown = 16

  public init(page: Page, gold: [GoldLayout], source: SourceText) {
    matchJoins(page.joins, gold.filter { $0.kind == "join" }, source)
    matchBlocks(page.marks, gold.filter { $0.kind != "join" }, source)
  }

  private mutating func matchJoins(_ joins: [Join], _ gold: [GoldLayout], _ source: SourceText) {
    var made = joins
    self.joins.predicted = made.count
    for row in gold {
      let index = made.firstIndex {
        (row.tails ?? []).contains(source.scalarOffset(of: $0.tail))
          && (row.heads ?? []).contains(source.scalarOffset(of: $0.head))
      }
      if let index { made.remove(at: index) }
      guard row.optional != true else {
        self.joins.predicted -= index == nil ? 0 : 1
        continue
      }
      self.joins.required += 1
      self.joins.right += index == nil ? 0 : 1
      guard index == nil else { continue }
      misses.append(
        Miss(kind: "join", isMissed: true, text: "\(row.tail ?? "")|\(row.head ?? "")"))
    }
    for join in made {
      let before = source.text(in: max(0, join.tail - LayoutMatching.shown / 2)..<join.tail)
      let end = min(source.units.count, join.head + LayoutMatching.shown / 2)
      let after = source.text(in: join.head..<end)
      misses.append(Miss(kind: "join", isMissed: false, text: "\(before)|\(after)"))
    }
  }

  private mutating func matchBlocks(
    _ marks: [LayoutMark], _ gold: [GoldLayout], _ source: SourceText
  ) {
    var left = marks
    for mark in marks { kinds[mark.kind.rawValue, default: Tally()].predicted += 1 }
    for row in gold {
      let kind = row.type ?? ""
      let index = left.firstIndex { mark in
        guard mark.kind.rawValue == kind,
          case let spans = source.scalarSpans(of: mark.spans), let first = spans.first,
          let last = spans.last
        else { return false }
        return (row.at ?? []).contains {
          first.lowerBound <= $0 && $0 < last.upperBound && $0 - first.lowerBound <= 8
        }
      }
      if let index { left.remove(at: index) }
      guard row.optional != true else {
        kinds[kind, default: Tally()].predicted -= index == nil ? 0 : 1
        continue
      }
      kinds[kind, default: Tally()].required += 1
      kinds[kind, default: Tally()].right += index == nil ? 0 : 1
      if index == nil { misses.append(Miss(kind: kind, isMissed: true, text: row.text ?? "")) }
    }
    for mark in left {
      let text = mark.spans.map(source.text(in:)).joined()
      misses.append(
        Miss(
          kind: mark.kind.rawValue, isMissed: false,
          text: String(text.prefix(LayoutMatching.shown))))
    }
  }
}
