/// Strict UTF-8 to UTF-16: no overlong forms, no surrogates, nothing beyond U+10FFFF, no repairs.
enum UTF8Decoding {
  /// The units of well-formed bytes; else the offset where the first malformed sequence begins.
  ///
  /// *Cost*: one pass; runs of ASCII eight bytes at a time.
  static func decode(_ bytes: ArraySlice<UInt8>) -> (units: [UInt16], malformed: Int?) {
    var malformed: Int?
    let units = [UInt16](unsafeUninitializedCapacity: bytes.count) { room, count in
      bytes.withUnsafeBufferPointer { source in
        (count, malformed) = transcode(source, room)
      }
    }
    return (units, malformed.map { $0 + bytes.startIndex })
  }

  /// How many bytes the well-formed sequence at an offset has, 0 where none begins there.
  @inline(__always)
  static func length(of source: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let lead = source[offset]
    func isTrail(_ index: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index < source.count && source[index] >= low && source[index] <= high
    }
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return isTrail(offset + 1) ? 2 : 0
    case 0xE0...0xEF:
      let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return isTrail(offset + 1, low, high) && isTrail(offset + 2) ? 3 : 0
    case 0xF0...0xF4:
      let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      return isTrail(offset + 1, low, high) && isTrail(offset + 2) && isTrail(offset + 3) ? 4 : 0
    default: return 0
    }
  }

  private static func transcode(
    _ source: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt16>
  ) -> (count: Int, malformed: Int?) {
    var offset = 0
    var count = 0
    let raw = UnsafeRawBufferPointer(source)
    while offset < source.count {
      if offset + 8 <= source.count {
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          for index in 0..<8 { target[count + index] = UInt16(source[offset + index]) }
          offset += 8
          count += 8
          continue
        }
      }
      // Most characters of the press have three bytes.
      while offset + 4 <= source.count {
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
        guard word & 0xC0_C0F0 == 0x80_80E0 else { break }
        let unit = (word & 0xF) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
        guard unit >= 0x800, unit & 0xF800 != 0xD800 else { break }
        target[count] = UInt16(truncatingIfNeeded: unit)
        offset += 3
        count += 1
      }
      if offset == source.count { break }
      switch length(of: source, at: offset) {
      case 1:
        target[count] = UInt16(source[offset])
        offset += 1
      case 2:
        target[count] = UInt16(source[offset] & 0x1F) << 6 | UInt16(source[offset + 1] & 0x3F)
        offset += 2
      case 3:
        target[count] =
          UInt16(source[offset] & 0x0F) << 12 | UInt16(source[offset + 1] & 0x3F) << 6
          | UInt16(source[offset + 2] & 0x3F)
        offset += 3
      case 4:
        let scalar =
          UInt32(source[offset] & 0x07) << 18 | UInt32(source[offset + 1] & 0x3F) << 12
          | UInt32(source[offset + 2] & 0x3F) << 6 | UInt32(source[offset + 3] & 0x3F)
        target[count] = UInt16(0xD7C0 + (scalar >> 10))
        target[count + 1] = UInt16(0xDC00 + (scalar & 0x3FF))
        offset += 4
        count += 1
      default: return (count, offset)
      }
      count += 1
    }
    return (count, nil)
  }
}
