/// The charset that an HTML or XML file names at its beginning.
enum CharsetDeclaration {
  /// The declared charset by the name of the decoder that reads it; nil where none is declared.
  ///
  /// *Cost*: the first 4096 bytes.
  static func name(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    guard
      let value = value(after: "charset", in: head)
        ?? (head.starts(with: "<?xml".utf8) ? value(after: "encoding", in: head) : nil)
    else { return nil }
    switch value {
    case "utf-8", "utf8": return "UTF-8"
    case "gb2312", "gb_2312-80", "gbk", "gb18030", "cp936", "x-gbk": return "GB18030"
    case "big5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950": return "Big5"
    // Bytes that say so in ASCII are not UTF-16.
    case let other where other.hasPrefix("utf-16"): return "UTF-8"
    default: return value
    }
  }

  /// `charset="gbk"`, `charset = gbk`.
  private static func value(after name: String, in head: [UInt8]) -> String? {
    let name = Array(name.utf8)
    var offset = 0
    while offset + name.count < head.count {
      guard head[offset] == name[0], head[offset...].starts(with: name) else {
        offset += 1
        continue
      }
      offset += name.count
      while offset < head.count, head[offset] == 0x20 { offset += 1 }
      guard offset < head.count, head[offset] == 0x3D else { continue }
      let rest = head[(offset + 1)...].prefix(48).drop { [0x20, 0x22, 0x27].contains($0) }
      let value = rest.prefix { isNameByte($0) }
      if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F, 0x3A, 0x2E: true
    default: false
    }
  }
}
