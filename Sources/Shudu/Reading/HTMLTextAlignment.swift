/// Follows a text node's decoded characters through the bytes that spell them.
///
/// Where both are the same, the file's own units are the text; where not, the file spells an
/// entity, a tag that the parser ignored, a character that it refused, or a line's end of two characters.
///
/// *Cost*: linear.
struct HTMLTextAlignment {
  enum Piece {
    /// Units of the file as they stand.
    case plain(Range<Int>)
    /// What a range of the file spells otherwise.
    case decoded([UInt16], Range<Int>)
  }

  private let raw: UnsafeBufferPointer<UInt8>
  private let map: ByteMap
  private let decoded: UnsafePointer<CChar>
  private let limit: Int
  private let isCapped: Bool
  private var rawOffset: Int
  private var offset = 0

  init(_ text: HTMLText, in document: borrowing HTMLDocument) {
    raw = document.bytes
    map = document.map
    decoded = text.decoded
    isCapped = document.isCapped
    rawOffset = text.range.lowerBound
    limit = min(text.range.upperBound, document.bytes.count)
  }

  mutating func next() -> Piece? {
    guard byte(offset) != 0 else { return nil }
    while rawOffset < limit, isTag(rawOffset) {
      // A tag that the parser ignored within the text.
      while rawOffset < limit, raw[rawOffset] != 0x3E { rawOffset += 1 }
      rawOffset += 1
    }
    let start = rawOffset
    if isCapped, rawOffset < limit, raw[rawOffset] == 0x20, byte(offset) == 0x20 {
      return capped()
    }
    while rawOffset < limit, raw[rawOffset] == byte(offset), raw[rawOffset] != 0x26,
      !isCapped || raw[rawOffset] != 0x20, !isTag(rawOffset)
    {
      rawOffset += 1
      offset += 1
    }
    // Characters may differ in their last bytes alone.
    while rawOffset > start, rawOffset < limit, raw[rawOffset] & 0xC0 == 0x80 {
      rawOffset -= 1
      offset -= 1
    }
    if rawOffset > start { return .plain(map.unit(at: start)..<map.unit(at: rawOffset)) }
    guard rawOffset < limit else { return rest(from: start) }
    switch raw[rawOffset] {
    case 0x0D:
      rawOffset += 1
      guard byte(offset) == 0x0A else { return next() }
      if rawOffset < limit, raw[rawOffset] == 0x0A { rawOffset += 1 }
      offset += 1
      return .decoded([0x0A], map.unit(at: start)..<map.unit(at: rawOffset))
    case 0x26: return entity()
    default: return isReplaced ? take(3, until: nextCharacter(after: start)) : rest(from: start)
    }
  }

  /// The parser puts U+FFFD in the place of a character that no HTML may hold.
  private var isReplaced: Bool {
    byte(offset) == 0xEF && byte(offset + 1) == 0xBF && byte(offset + 2) == 0xBD
  }

  private func nextCharacter(after start: Int) -> Int {
    var end = start + 1
    while end < limit, raw[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// Spaces that may stand for tags.
  private mutating func capped() -> Piece {
    let start = rawOffset
    while rawOffset < limit, raw[rawOffset] == 0x20, byte(offset) == 0x20 {
      rawOffset += 1
      offset += 1
    }
    return .decoded([0x20], map.unit(at: start)..<map.unit(at: rawOffset))
  }

  private func byte(_ offset: Int) -> UInt8 { UInt8(bitPattern: decoded[offset]) }

  /// A `<` before anything but a letter or a mark is text, and so is `</` at the end of the file.
  private func isTag(_ offset: Int) -> Bool {
    guard raw[offset] == 0x3C, offset + 1 < raw.count else { return false }
    switch raw[offset + 1] {
    case 0x41...0x5A, 0x61...0x7A, 0x21, 0x3F: return true
    case 0x2F: return offset + 2 < raw.count
    default: return false
    }
  }

  /// An entity spells one scalar or two; the bytes behind it are the text again.
  private mutating func entity() -> Piece? {
    let start = rawOffset
    var name = start + 1
    while name < limit, name - start < 40, isNameByte(raw[name]) { name += 1 }
    let isClosed = name < limit && raw[name] == 0x3B
    if byte(offset) == 0x26, !spellsAmpersand(start + 1..<name) {
      rawOffset += 1
      offset += 1
      return .plain(map.unit(at: start)..<map.unit(at: rawOffset))
    }
    let first = scalarLength(offset)
    let second = scalarLength(offset + first)
    let full = name + (isClosed ? 1 : 0)
    // Old names need no semicolon, and may be the beginning of a longer word, which is then text.
    for end in (start + 3..<max(start + 3, name)).reversed()
    where spells(end..<full, at: offset + first) {
      return take(first, until: end)
    }
    let isPair = !agrees(full, offset + first) && agrees(full, offset + first + second)
    return take(isPair ? first + second : first, until: full)
  }

  private func spells(_ range: Range<Int>, at offset: Int) -> Bool {
    for (step, index) in range.enumerated() where byte(offset + step) != raw[index] {
      return false
    }
    return true
  }

  private mutating func take(_ length: Int, until end: Int) -> Piece {
    let units = text(offset..<offset + length)
    let range = map.unit(at: rawOffset)..<map.unit(at: end)
    offset += length
    rawOffset = end
    return .decoded(units, range)
  }

  /// `&amp;`, `&#38;`: ampersands that are spelled out.
  private func spellsAmpersand(_ name: Range<Int>) -> Bool {
    let text = String(decoding: raw[name], as: UTF8.self).lowercased()
    return text.hasPrefix("amp") || text == "#38" || text == "#x26"
  }

  /// Whether the text goes on at a raw offset as it does at a decoded one, for some bytes.
  private func agrees(_ rawOffset: Int, _ offset: Int) -> Bool {
    for step in 0..<8 {
      guard rawOffset + step < limit else { return byte(offset + step) == 0 }
      let next = raw[rawOffset + step]
      if next == 0x26 || next == 0x3C || next == 0x0D { return true }
      if next != byte(offset + step) { return false }
    }
    return true
  }

  /// The rest of the text in one piece, where nothing agrees; nil where nothing of the file is left to spell it.
  private mutating func rest(from start: Int) -> Piece? {
    var end = offset
    while byte(end) != 0 { end += 1 }
    let units = text(offset..<end)
    offset = end
    rawOffset = limit
    let low = map.unit(at: min(start, limit))
    let high = map.unit(at: limit)
    return low < high ? .decoded(units, low..<high) : nil
  }

  private func text(_ range: Range<Int>) -> [UInt16] {
    Array(String(decoding: range.map(byte), as: UTF8.self).utf16)
  }

  private func scalarLength(_ offset: Int) -> Int {
    switch byte(offset) {
    case 0: 0
    case 0x01..<0x80: 1
    case 0x80..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x23: true
    default: false
    }
  }
}
