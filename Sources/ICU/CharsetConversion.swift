import CICU

/// What ICU's detector thinks of bytes.
public struct CharsetGuess: Sendable, Equatable {
  /// The charset's IANA name, such as `GB18030`.
  public let name: String
  /// 0 to 100.
  public let confidence: Int

  /// Looks at the beginning of the bytes, at most `limit` of them. Nil where ICU has no idea.
  public init?(_ bytes: [UInt8], limit: Int = 1 << 16) {
    var name = [CChar](repeating: 0, count: 64)
    let confidence = bytes.withUnsafeBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return -1 }
      return cicu_detect(base, Int32(min(buffer.count, limit)), &name, Int32(name.count))
    }
    guard confidence >= 0 else { return nil }
    let end = name.firstIndex(of: 0) ?? name.count
    self.name = String(decoding: name[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.confidence = Int(confidence)
  }
}

/// Why bytes could not be decoded.
public enum CharsetError: Error, Sendable, Equatable {
  /// ICU knows no charset of that name.
  case unknownCharset
  /// The bytes at an offset are none of the charset.
  case malformed(offset: Int)
}

/// Decodes bytes of a charset that ICU knows to UTF-16, and repairs nothing.
public func decode(_ bytes: ArraySlice<UInt8>, charset: String) throws(CharsetError) -> [UInt16] {
  guard !bytes.isEmpty else { return [] }
  guard bytes.count <= Int(Int32.max) / 2 else { throw .malformed(offset: Int(Int32.max) / 2) }
  var status: Int32 = 0
  var malformed: Int32 = 0
  // No charset of ICU's gives more than two units for a byte.
  let units = [UInt16](unsafeUninitializedCapacity: bytes.count * 2 + 2) { room, count in
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, let target = room.baseAddress else { return }
      status = cicu_decode(
        charset, base, Int32(buffer.count), target, Int32(room.count), &malformed)
    }
    count = max(0, Int(status))
  }
  if status == -1 { throw .unknownCharset }
  if status < 0 { throw .malformed(offset: Int(malformed)) }
  return units
}
