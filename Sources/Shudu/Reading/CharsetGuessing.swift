import ICU

/// Tells by the bytes which charset they are in. Short texts too, where ICU's detector is blind.
enum CharsetGuessing {
  /// Bytes that are looked at.
  private static let sample = 1 << 16

  /// `UTF-16LE` or `UTF-16BE` where nearly all pairs of bytes are characters of Chinese text.
  static func utf16(_ bytes: [UInt8]) -> String? {
    guard bytes.count.isMultiple(of: 2), bytes.count >= 4 else { return nil }
    let count = min(bytes.count, sample) / 2
    var little = 0
    var big = 0
    for index in 0..<count {
      let first = UInt16(bytes[index * 2])
      let second = UInt16(bytes[index * 2 + 1])
      if isUsual(second << 8 | first) { little += 1 }
      if isUsual(first << 8 | second) { big += 1 }
    }
    guard max(little, big) * 10 >= count * 9, little != big else { return nil }
    return little > big ? "UTF-16LE" : "UTF-16BE"
  }

  private static func isUsual(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x0A, 0x0D, 0x09, 0x20...0x7E, 0x2010...0x2026, 0x3000...0x3011, 0x4E00...0x9FFF,
      0xFF01...0xFF5E:
      true
    default: false
    }
  }

  /// Whether bytes that are not UTF-8 are so by damage: most of them are.
  static func isDamagedUTF8(_ bytes: [UInt8], firstMalformed: Int) -> Bool {
    bytes.withUnsafeBufferPointer { source in
      var wellFormed = 0
      var malformed = 0
      // The stretch around the damage tells; what went before it was well-formed.
      var offset = max(0, firstMalformed - sample / 2)
      while offset < firstMalformed, source[offset] & 0xC0 == 0x80 { offset += 1 }
      let end = min(source.count, offset + sample)
      while offset < end {
        let length = UTF8Decoding.length(of: source, at: offset)
        if length > 2 { wellFormed += 1 }
        if length == 0 { malformed += 1 }
        offset += max(1, length)
      }
      return wellFormed * 3 > malformed
    }
  }

  /// `GB18030` or `Big5`, where the bytes are well-formed in it and read as Chinese.
  ///
  /// Where ICU's detector is sure of one of them, it decides; short texts are judged by how many
  /// of their characters are common ones, which both charsets keep in a block of their own.
  static func doubleByte(_ bytes: [UInt8]) -> String? {
    let national = commonShare(bytes, common: 0xB0...0xD7, trail: 0xA1...0xFE)
    let taiwan = commonShare(bytes, common: 0xA4...0xC6, trail: 0x40...0xFE)
    if let guess = CharsetGuess(bytes), guess.confidence >= 50 {
      if guess.name == "GB18030", national >= 0.5 { return "GB18030" }
      if guess.name == "Big5", taiwan >= 0.5 { return "Big5" }
    }
    guard max(national, taiwan) >= 0.7 else { return nil }
    return national >= taiwan ? "GB18030" : "Big5"
  }

  /// Share of common characters and punctuation among the double-byte ones; 0 where the bytes
  /// break the pattern.
  private static func commonShare(
    _ bytes: [UInt8], common: ClosedRange<UInt8>, trail: ClosedRange<UInt8>
  ) -> Double {
    var pairs = 0
    var usual = 0
    var offset = 0
    let end = min(bytes.count, sample)
    while offset < end {
      let lead = bytes[offset]
      guard lead >= 0x80 else {
        offset += 1
        continue
      }
      guard offset + 1 < bytes.count, lead != 0x80, lead != 0xFF, bytes[offset + 1] >= 0x30 else {
        return 0
      }
      pairs += 1
      let isUsual = common.contains(lead) || (0xA1...0xA3).contains(lead)
      if isUsual, trail.contains(bytes[offset + 1]) { usual += 1 }
      // Four bytes of GB18030 have a digit in second place.
      offset += bytes[offset + 1] < 0x40 ? 4 : 2
    }
    return pairs == 0 ? 0 : Double(usual) / Double(pairs)
  }
}
