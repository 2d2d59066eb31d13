/// The strings and numbers of one JSON object; what it holds else is passed over.
///
/// *Cost*: linear, and no recursion: nested values are passed by counting brackets.
struct JSONObject {
  enum Value: Equatable {
    case string([UInt16])
    /// As it is written.
    case number(String)
    case null
    /// True, false, an array or an object.
    case other
  }

  private(set) var members: [(name: String, value: Value)] = []

  /// Nil where the units are no object. Escaped surrogates without their partner are refused.
  init?(_ units: ArraySlice<UInt16>) {
    var scanner = JSONScanner(units: units)
    guard scanner.take(0x7B) else { return nil }
    if !scanner.take(0x7D) {
      repeat {
        guard let name = scanner.string(), scanner.take(0x3A), let value = scanner.value() else {
          return nil
        }
        members.append((String(decoding: name, as: UTF16.self), value))
      } while scanner.take(0x2C)
      guard scanner.take(0x7D) else { return nil }
    }
    guard scanner.isAtEnd else { return nil }
  }

  /// The last member of a name.
  subscript(name: String) -> Value? { members.last { $0.name == name }?.value }
}

/// Reads JSON's tokens from UTF-16 units.
struct JSONScanner {
  private let units: ArraySlice<UInt16>
  private var offset: Int

  init(units: ArraySlice<UInt16>) {
    self.units = units
    offset = units.startIndex
  }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return offset == units.endIndex
    }
  }

  /// Takes a mark if it comes next.
  mutating func take(_ mark: UInt16) -> Bool {
    skipSpace()
    guard offset < units.endIndex, units[offset] == mark else { return false }
    offset += 1
    return true
  }

  mutating func value() -> JSONObject.Value? {
    skipSpace()
    guard offset < units.endIndex else { return nil }
    switch units[offset] {
    case 0x22: return string().map(JSONObject.Value.string)
    case 0x7B, 0x5B: return skipNested() ? .other : nil
    default:
      let start = offset
      while offset < units.endIndex, isWordUnit(units[offset]) { offset += 1 }
      let word = String(decoding: units[start..<offset], as: UTF16.self)
      switch word {
      case "null": return .null
      case "true", "false": return .other
      default:
        let isNumber = word.utf8.count <= 64 && !word.contains("n") && Double(word) != nil
        return isNumber && (word.first?.isNumber == true || word.hasPrefix("-"))
          ? .number(word) : nil
      }
    }
  }

  /// The characters of a string literal; nil where none comes next.
  mutating func string() -> [UInt16]? {
    guard take(0x22) else { return nil }
    var result: [UInt16] = []
    while offset < units.endIndex {
      let start = offset
      while offset < units.endIndex, units[offset] != 0x22, units[offset] != 0x5C,
        units[offset] >= 0x20
      {
        offset += 1
      }
      result += units[start..<offset]
      guard offset < units.endIndex else { return nil }
      let unit = units[offset]
      offset += 1
      if unit == 0x22 { return isWellFormed(result) ? result : nil }
      guard unit == 0x5C, let escaped = escape() else { return nil }
      result.append(escaped)
    }
    return nil
  }

  private mutating func escape() -> UInt16? {
    guard offset < units.endIndex else { return nil }
    let unit = units[offset]
    offset += 1
    switch unit {
    case 0x22, 0x5C, 0x2F: return unit
    case 0x62: return 0x08
    case 0x66: return 0x0C
    case 0x6E: return 0x0A
    case 0x72: return 0x0D
    case 0x74: return 0x09
    case 0x75:
      guard units.endIndex - offset >= 4 else { return nil }
      var value: UInt16 = 0
      for index in offset..<offset + 4 {
        guard let digit = hexDigit(units[index]) else { return nil }
        value = value << 4 | digit
      }
      offset += 4
      return value
    default: return nil
    }
  }

  private mutating func skipNested() -> Bool {
    var depth = 0
    repeat {
      skipSpace()
      guard offset < units.endIndex else { return false }
      switch units[offset] {
      case 0x22:
        guard string() != nil else { return false }
        continue
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D: depth -= 1
      default: break
      }
      offset += 1
    } while depth > 0
    return true
  }

  private mutating func skipSpace() {
    while offset < units.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(units[offset]) { offset += 1 }
  }

  private func isWordUnit(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private func hexDigit(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x30...0x39: unit - 0x30
    case 0x41...0x46: unit - 0x37
    case 0x61...0x66: unit - 0x57
    default: nil
    }
  }

  private func isWellFormed(_ units: [UInt16]) -> Bool {
    var index = 0
    while index < units.count {
      if units[index] & 0xFC00 == 0xD800 {
        guard index + 1 < units.count, units[index + 1] & 0xFC00 == 0xDC00 else { return false }
        index += 1
      } else if units[index] & 0xFC00 == 0xDC00 {
        return false
      }
      index += 1
    }
    return true
  }
}
