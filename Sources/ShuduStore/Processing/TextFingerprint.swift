import Foundation
import Shudu

/// What tells whether two articles print the same text: a sketch of its characters, and its figures.
///
/// The text is normalized first: sentences alone, characters folded, spaces and punctuation left out.
struct TextFingerprint: Sendable, Equatable {
  /// The smallest hashes of all stretches of eight characters, ascending, distinct; a bottom-k sketch.
  var sketch: [UInt32] = []
  /// Hashes of the runs of Arabic digits, ascending, distinct.
  var figures: [UInt32] = []

  /// Hashes in a sketch: the share of common stretches is known to about 0.05.
  static let size = 64
  /// Characters of a stretch.
  private static let width = 8
  /// Figures kept.
  private static let mostFigures = 256

  init() {}

  init(of result: Pipeline.Result) {
    var smallest = BottomHashes(size: TextFingerprint.size)
    var runs = BottomHashes(size: TextFingerprint.mostFigures)
    var window: UInt64 = 0
    var run: UInt64 = 0
    var count = 0
    for sentence in result.sentences {
      let units = result.page.paragraphs[sentence.paragraph].folded
      for unit in units[sentence.range] {
        guard TextFingerprint.isText(unit) else { continue }
        if (0x30...0x39).contains(unit) {
          run = run &* 11 &+ UInt64(unit - 0x2F)
        } else if run != 0 {
          runs.insert(TextFingerprint.mixed(run))
          run = 0
        }
        // Eight bits of each character: the window holds the last eight and forgets the oldest.
        window = window << 8 | UInt64(UInt8(truncatingIfNeeded: unit &* 0x9E37 >> 7))
        count += 1
        if count >= TextFingerprint.width { smallest.insert(TextFingerprint.mixed(window)) }
      }
    }
    if run != 0 { runs.insert(TextFingerprint.mixed(run)) }
    sketch = smallest.values
    figures = runs.values
  }

  /// Estimated share of the stretches of both texts that they have in common.
  func likeness(to other: TextFingerprint) -> Double {
    TextFingerprint.likeness(sketch, other.sketch, size: TextFingerprint.size)
  }

  /// Share of the figures of both texts that they have in common; 1 where neither has any.
  func figureLikeness(to other: TextFingerprint) -> Double {
    TextFingerprint.likeness(figures, other.figures, size: TextFingerprint.mostFigures)
  }

  private static func likeness(_ a: [UInt32], _ b: [UInt32], size: Int) -> Double {
    guard !a.isEmpty || !b.isEmpty else { return 1 }
    var (i, j, union, common) = (0, 0, 0, 0)
    while union < size, i < a.count || j < b.count {
      union += 1
      if j == b.count || i < a.count && a[i] < b[j] {
        i += 1
      } else if i == a.count || b[j] < a[i] {
        j += 1
      } else {
        common += 1
        i += 1
        j += 1
      }
    }
    return Double(common) / Double(union)
  }

  private static func isText(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE30...0xFF0F, 0xFF1A...0xFF20: false
    default: true
    }
  }

  /// The upper half of a product that spreads all bits.
  private static func mixed(_ value: UInt64) -> UInt32 {
    var value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: value >> 32)
  }
}

/// The smallest distinct values of many.
private struct BottomHashes {
  let size: Int
  private(set) var values: [UInt32] = []

  init(size: Int) { self.size = size }

  mutating func insert(_ value: UInt32) {
    if values.count == size, let last = values.last, value >= last { return }
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    guard low == values.count || values[low] != value else { return }
    values.insert(value, at: low)
    if values.count > size { values.removeLast() }
  }
}

extension TextFingerprint {
  /// Bytes for a column: the number of sketch hashes, then all hashes, little-endian.
  var data: Data {
    var data = Data(capacity: 4 * (1 + sketch.count + figures.count))
    for value in [UInt32(sketch.count)] + sketch + figures {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }

  init(data: Data) {
    let bytes = [UInt8](data)
    let values = stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { at in
      bytes[at..<at + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    guard let count = values.first, Int(count) < values.count else { return }
    sketch = Array(values[1..<1 + Int(count)])
    figures = Array(values[(1 + Int(count))...])
  }
}
