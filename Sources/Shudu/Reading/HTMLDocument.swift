import CHTML

/// A parsed HTML document as a sequence of events, in the order of its tree.
///
/// *Cost*: linear. Tags nested deeper than 256 are taken for white space; a document whose tree
/// takes a hundred times its own memory is refused.
struct HTMLDocument: ~Copyable {
  enum Event {
    case enter(HTMLElement)
    case leave(HTMLElement)
    case text(HTMLText)
  }

  private let handle: OpaquePointer
  /// The characters that were parsed.
  let units: [UInt16]
  /// Their UTF-8 with the tags beyond the cap as spaces.
  let bytes: UnsafeBufferPointer<UInt8>
  let map: ByteMap
  /// Whether there are such spaces.
  let isCapped: Bool

  /// Parses a range of a decoded file; offsets stay the file's.
  init(_ units: [UInt16], _ range: Range<Int>) throws(ShuduError) {
    let text = Array(String(decoding: units[range], as: UTF16.self).utf8)
    guard let handle = chtml_parse(text, text.count) else { throw .tangledMarkup }
    self.handle = handle
    self.units = units
    bytes = UnsafeBufferPointer(start: chtml_bytes(handle), count: text.count)
    map = ByteMap(units, range)
    isCapped = !bytes.elementsEqual(text)
  }

  deinit {
    chtml_free(handle)
  }

  /// The next event; nil at the end.
  func next() -> Event? {
    var event = chtml_event()
    chtml_next(handle, &event)
    switch Int(event.kind) {
    case chtml_enter: return .enter(HTMLElement(role: Int(event.role), level: Int(event.level)))
    case chtml_leave: return .leave(HTMLElement(role: Int(event.role), level: Int(event.level)))
    case chtml_text:
      guard let decoded = event.decoded else { return next() }
      return .text(HTMLText(range: event.offset..<event.offset + event.length, decoded: decoded))
    default: return nil
    }
  }

  func rewind() {
    chtml_rewind(handle)
  }

  /// An attribute of the element that was entered last.
  func attribute(_ name: String) -> String? {
    chtml_attribute(handle, name).map { String(cString: $0) }
  }
}

/// What an element is to a reader of articles.
struct HTMLElement {
  /// One of CHTML's roles.
  var role: Int
  /// 1 to 6 for a heading.
  var level: Int
}

/// A text node: its bytes in the document, and what they spell.
struct HTMLText {
  var range: Range<Int>
  /// Ended by a zero; lives as long as the document.
  var decoded: UnsafePointer<CChar>
}

/// Finds the UTF-16 unit at which a byte of the same text's UTF-8 stands.
struct ByteMap {
  /// Byte offset of every 64th unit.
  private var marks: [Int] = []
  private let base: Int
  private let units: [UInt16]

  init(_ units: [UInt16], _ range: Range<Int>) {
    self.units = units
    base = range.lowerBound
    marks.reserveCapacity(range.count / 64 + 1)
    var bytes = 0
    for offset in range {
      if (offset - base) % 64 == 0 { marks.append(bytes) }
      bytes += ByteMap.length(of: units[offset])
    }
  }

  /// *Cost*: logarithmic, and a scan of 64 units at most.
  func unit(at byte: Int) -> Int {
    var low = 0
    var high = marks.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if marks[middle] <= byte { low = middle } else { high = middle }
    }
    guard low < marks.count else { return base }
    var unit = base + low * 64
    var at = marks[low]
    while at < byte, unit < units.count {
      at += ByteMap.length(of: units[unit])
      unit += 1
    }
    return unit
  }

  /// Bytes that a unit adds; both halves of a pair add two.
  @inline(__always)
  private static func length(of unit: UInt16) -> Int {
    switch unit {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0xD800..<0xE000: 2
    default: 3
    }
  }
}
