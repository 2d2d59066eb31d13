extension String {
  /// The characters of UTF-16 units; an unpaired surrogate becomes U+FFFD.
  ///
  /// The standard library's decoder goes unit by unit through generic iterators; every fact cuts out
  /// ten texts, and this is several times as fast.
  init(utf16 units: ArraySlice<UInt16>) {
    self = units.withUnsafeBufferPointer { units in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: units.count * 3) { bytes in
        let count = String.encode(units, into: bytes)
        // Valid as it was written: the library need not look again.
        let text = UTF8Span(unchecked: UnsafeBufferPointer(rebasing: bytes[..<count]).span)
        return String(copying: text)
      }
    }
  }

  /// Writes UTF-16 units as UTF-8; how many bytes that took.
  private static func encode(
    _ units: UnsafeBufferPointer<UInt16>, into bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var index = 0
    while index < units.count {
      let unit = units[index]
      index += 1
      if unit < 0x80 {
        bytes[count] = UInt8(truncatingIfNeeded: unit)
        count += 1
      } else if unit >= 0x800, unit & 0xF800 != 0xD800 {
        bytes[count] = 0xE0 | UInt8(truncatingIfNeeded: unit >> 12)
        bytes[count + 1] = 0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F)
        bytes[count + 2] = 0x80 | UInt8(truncatingIfNeeded: unit & 0x3F)
        count += 3
      } else {
        let isPair =
          unit & 0xFC00 == 0xD800 && index < units.count && units[index] & 0xFC00 == 0xDC00
        let scalar =
          isPair ? UInt32(unit) << 10 &+ UInt32(units[index]) &- 0x35F_DC00 : UInt32(unit)
        if isPair { index += 1 }
        for byte in (Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8 {
          bytes[count] = byte
          count += 1
        }
      }
    }
    return count
  }
}
