import Foundation
import Testing

@testable import Shudu

/// Cases of `Tests/Cases/QuantityRecognizer.tsv`: `⟦…⟧` encloses quantities, `<…>` what times and names have taken.
@Suite struct QuantityRecognizerTests {
  let recognizer = QuantityRecognizer()

  @Test func meetsCases() throws {
    let rows = try CaseTable.rows("QuantityRecognizer")
    #expect(rows.count > 120)
    for row in rows {
      let text = MarkedText(row[0])
      let found = quantities(in: text)
      #expect(found.map(\.range) == text.expected, "\(row[0]): \(words(found, in: text))")
      let told = found.map { QuantityRecognizerTests.describe($0, in: text.folded) }
      #expect(told.joined(separator: " ; ") == (row.count > 1 ? row[1] : ""), "\(row[0])")
    }
  }

  /// The words that follow the range are no part of what is read.
  @Test func aRangeMayEndBeforeAReference() {
    let units = Array("低于60%的预期".utf16)
    let found = recognizer.quantities(in: units, range: 0..<5, excluding: [])
    #expect(found.map(\.range) == [2..<5])
  }

  /// Mentions are ascending, disjoint, inside the range and outside what is taken, whatever the text.
  @Test func keepsBoundsOnMutatedTexts() throws {
    var random = SeededRandom(seed: 20_240_601)
    let rows = try CaseTable.rows("QuantityRecognizer")
    let all = rows.flatMap { MarkedText($0[0]).folded }
    for _ in 0..<6000 {
      var units: [UInt16] = []
      for _ in 0..<random.below(12) {
        let start = random.below(all.count - 1)
        units += all[start..<min(all.count, start + 1 + random.below(9))]
      }
      let start = random.below(units.count + 1)
      let range = start..<start + random.below(units.count - start + 1)
      let cut = range.lowerBound + random.below(range.count + 1)
      let taken = cut < range.upperBound ? [cut..<min(range.upperBound, cut + 2)] : []
      var end = range.lowerBound
      for mention in recognizer.quantities(in: units, range: range, excluding: taken) {
        #expect(mention.range.lowerBound >= end && mention.range.upperBound <= range.upperBound)
        #expect(!mention.range.isEmpty && !taken.contains { $0.overlaps(mention.range) })
        guard case .quantity(let quantity) = mention.content else { continue }
        #expect(mention.range.contains(quantity.numeral.lowerBound))
        #expect(quantity.value != nil || quantity.minimum != nil || quantity.maximum != nil)
        end = mention.range.upperBound
      }
    }
  }

  /// Steps grow with the length, not with its square: ten times the text takes well under a hundred times the time.
  @Test(arguments: ["1", "一", "万", "12.5亿元、", "每每每", "3-", "(", "十四五", "零点", "第", "半", "1,", "￥"])
  func costIsLinear(unit: String) {
    func seconds(_ count: Int) -> Double {
      let units = Array(String(repeating: unit, count: count / unit.utf16.count).utf16)
      var best = Double.infinity
      for _ in 0..<5 {
        let start = processorSeconds()
        _ = recognizer.quantities(in: units, range: 0..<units.count)
        best = min(best, processorSeconds() - start)
      }
      return best
    }
    let short = max(seconds(2_000), 1e-5)
    #expect(seconds(20_000) < short * 40)
  }

  /// Time on a processor: other work on the machine does not count.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func quantities(in text: MarkedText) -> [Mention] {
    recognizer.quantities(
      in: text.folded, range: 0..<text.folded.count, excluding: text.taken)
  }

  private func words(_ mentions: [Mention], in text: MarkedText) -> [String] {
    mentions.map { string(text.folded, $0.range) }
  }

  /// `4000 over 家={家} count`, with `/人,年` for what it is per and `weak`.
  static func describe(_ mention: Mention, in units: [UInt16]) -> String {
    guard case .quantity(let quantity) = mention.content else { return "" }
    let value =
      quantity.value?.description
      ?? "\(quantity.minimum?.description ?? "")..\(quantity.maximum?.description ?? "")"
    let unit = quantity.unit.map { "\(string(units, $0.range))=\($0.unit.code)" } ?? "-"
    var parts = [value, quantity.approximation.rawValue, unit, quantity.kind.rawValue]
    if !quantity.per.isEmpty { parts.append("/" + quantity.per.joined(separator: ",")) }
    if quantity.isScale { parts.append("scale") }
    if quantity.isWeak { parts.append("weak") }
    return parts.joined(separator: " ")
  }
}

/// A case's text without its marks.
struct MarkedText {
  var folded: [UInt16] = []
  var expected: [Range<Int>] = []
  var taken: [Range<Int>] = []

  init(_ text: String) {
    var units: [UInt16] = []
    var start = 0
    for unit in text.utf16 {
      switch unit {
      case 0x27E6, 0x3C: start = units.count
      case 0x27E7: expected.append(start..<units.count)
      case 0x3E: taken.append(start..<units.count)
      default: units.append(unit)
      }
    }
    folded = CharacterFold.standard.fold(units)
  }
}

/// A generator that gives the same numbers for the same seed.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to `bound`, which it excludes; 0 for a bound of 0.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return bound > 0 ? Int(state >> 33) % bound : 0
  }
}
