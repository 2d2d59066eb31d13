import ICU

/// From bytes to characters: UTF-8, UTF-16, GB18030 (with GBK and GB 2312), Big5 (with HKSCS).
///
/// A byte order mark decides; else well-formed UTF-8 is UTF-8; else what the file declares; else
/// what its bytes look like. Nothing is repaired: malformed bytes are an error that names the
/// offset of the first of them.
enum Charset {
  struct Decoded {
    /// Without the byte order mark.
    var units: [UInt16]
    /// IANA name.
    var name: String
  }

  /// Decodes a file's bytes; `isMarkup` where it may declare its charset.
  static func decode(_ bytes: [UInt8], isMarkup: Bool) throws(ShuduError) -> Decoded {
    guard !bytes.isEmpty else { throw .empty }
    for (mark, name) in byteOrderMarks where bytes.starts(with: mark) {
      return try decode(bytes, from: mark.count, as: name)
    }
    if let zero = bytes.firstIndex(of: 0) {
      guard let name = CharsetGuessing.utf16(bytes) else { throw .binary(offset: zero) }
      return try decode(bytes, from: 0, as: name)
    }
    let (units, malformed) = UTF8Decoding.decode(bytes[...])
    guard let malformed else { return Decoded(units: units, name: "UTF-8") }
    if isMarkup, let declared = CharsetDeclaration.name(in: bytes) {
      guard declared != "UTF-8" else { throw .undecodable(charset: "UTF-8", offset: malformed) }
      return try decode(bytes, from: 0, as: declared)
    }
    if CharsetGuessing.isDamagedUTF8(bytes, firstMalformed: malformed) {
      throw .undecodable(charset: "UTF-8", offset: malformed)
    }
    guard let name = CharsetGuessing.utf16(bytes) ?? CharsetGuessing.doubleByte(bytes) else {
      let guess = CharsetGuess(bytes)?.name ?? "UTF-8"
      throw .undecodable(charset: guess, offset: malformed)
    }
    return try decode(bytes, from: 0, as: name)
  }

  /// UTF-32 stands before UTF-16, whose mark begins its own.
  private static let byteOrderMarks: [(mark: [UInt8], name: String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"),
    ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  private static func decode(
    _ bytes: [UInt8], from start: Int, as name: String
  ) throws(ShuduError) -> Decoded {
    guard start < bytes.count else { throw .empty }
    let units: [UInt16]
    switch name {
    case "UTF-8":
      let (decoded, malformed) = UTF8Decoding.decode(bytes[start...])
      if let malformed { throw .undecodable(charset: name, offset: malformed) }
      units = decoded
    case "Big5":
      let plain = try? ICU.decode(bytes[start...], charset: name)
      if let plain, !plain.contains(where: isPrivate) {
        units = plain
      } else {
        // Hong Kong's characters stand in what plain Big5 leaves free or to private use.
        units = try decode(bytes[start...], by: "Big5-HKSCS", as: name)
      }
    default: units = try decode(bytes[start...], by: name, as: name)
    }
    if units.contains(0) { throw .binary(offset: bytes[start...].firstIndex(of: 0) ?? start) }
    return Decoded(units: units, name: name)
  }

  private static func decode(
    _ bytes: ArraySlice<UInt8>, by decoder: String, as name: String
  ) throws(ShuduError) -> [UInt16] {
    do {
      return try ICU.decode(bytes, charset: decoder)
    } catch {
      switch error {
      case .malformed(let offset):
        throw .undecodable(charset: name, offset: bytes.startIndex + offset)
      case .unknownCharset:
        throw .undecodable(charset: name, offset: bytes.startIndex)
      }
    }
  }

  private static func isPrivate(_ unit: UInt16) -> Bool { (0xE000...0xF8FF).contains(unit) }
}
