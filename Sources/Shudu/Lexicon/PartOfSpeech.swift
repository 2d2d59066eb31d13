/// What a common word is, where the word classes do not have it.
///
/// The numbers are part of the weights' names: new cases go to the end.
enum PartOfSpeech: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  case none, noun, verb, verbnoun, adjective, adverb, attributive, locative, place, time, numeral
  case measure, preposition, conjunction, particle, pronoun, abbreviation, morpheme, phrase, proper
}

/// The words of `parts-of-speech.tsv`: an open-addressing table keyed by the UTF-16 units of a word.
///
/// Cost: building goes once through the table's bytes, some 40,000 words; a look-up costs one or two loads.
struct PartOfSpeechTable: Sendable {
  static let standard = PartOfSpeechTable(named: "parts-of-speech")

  /// Units that a word may have: as many as a key holds.
  static let longest = 4

  private let keys: FixedTable<UInt64>
  private let parts: FixedTable<PartOfSpeech>
  private let mask: Int
  /// A bit for each word, by other bits of its hash than those that give the slot: most that are asked for are none.
  private let filter: FixedTable<UInt64>

  init(named name: String) {
    self = EmbeddedTable.withBytes(named: name) { PartOfSpeechTable($0) }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let draft = Draft(bytes)
    mask = draft.mask
    keys = FixedTable(draft.keys)
    parts = FixedTable(draft.parts)
    filter = FixedTable(draft.filter)
  }

  /// The part of speech of exactly that stretch; `none` for a word the table does not have.
  func part(of range: Range<Int>, in units: [UInt16]) -> PartOfSpeech {
    guard range.count <= PartOfSpeechTable.longest else { return .none }
    var key: UInt64 = 0
    for at in range { key = key << 16 | UInt64(units[at]) }
    let hash = PartOfSpeechTable.hash(key)
    let bit = PartOfSpeechTable.bit(hash)
    guard filter.known(bit >> 6) >> UInt64(bit & 63) & 1 != 0 else { return .none }
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while case let other = keys.known(slot), other != key, other != 0 { slot = (slot + 1) & mask }
    return parts.known(slot)
  }

  @inline(__always)
  fileprivate static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// Number of the filter's bit for a hash.
  @inline(__always)
  fileprivate static func bit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 46) }

  /// Words of the filter: a quarter of a million bits.
  fileprivate static let filterWords = 1 << 12
}

/// The table while it is built.
private struct Draft {
  var keys: [UInt64]
  var parts: [PartOfSpeech]
  var filter = [UInt64](repeating: 0, count: PartOfSpeechTable.filterWords)
  let mask: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var capacity = 64
    // A word takes seven bytes or more, with the space behind it.
    while capacity < bytes.count / 7 * 3 / 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    parts = Array(repeating: .none, count: capacity)
    mask = capacity - 1
    EmbeddedTable.forEachLine(of: bytes) { line in
      guard let tab = bytes[line].firstIndex(of: 0x09) else { return }
      let name = UnsafeBufferPointer(rebasing: bytes[line.lowerBound..<tab])
      guard let part = PartOfSpeech.named(name) else { return }
      insertWords(of: UnsafeBufferPointer(rebasing: bytes[tab + 1..<line.upperBound]), part)
    }
  }

  /// Words of three-byte characters, one space between them.
  private mutating func insertWords(of bytes: UnsafeBufferPointer<UInt8>, _ part: PartOfSpeech) {
    var key: UInt64 = 0
    var at = 0
    while at < bytes.count {
      let byte = UInt64(bytes[at])
      if byte >= 0xE0, at + 2 < bytes.count {
        let unit = (byte & 0xF) << 12 | UInt64(bytes[at + 1] & 0x3F) << 6
        key = key << 16 | unit | UInt64(bytes[at + 2] & 0x3F)
        at += 3
      } else {
        insert(key, part)
        key = 0
        at += 1
      }
    }
    insert(key, part)
  }

  private mutating func insert(_ key: UInt64, _ part: PartOfSpeech) {
    guard key != 0 else { return }
    let hash = PartOfSpeechTable.hash(key)
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    parts[slot] = part
    let bit = PartOfSpeechTable.bit(hash)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }
}

extension PartOfSpeech {
  fileprivate static let names = allCases.map { Array("\($0)".utf8) }

  fileprivate static func named(_ name: UnsafeBufferPointer<UInt8>) -> PartOfSpeech? {
    names.firstIndex { $0.elementsEqual(name) }.map { allCases[$0] }
  }
}
