/// What a file says of itself before its text, between two lines `---`.
struct FrontMatter {
  var metadata = ArticleMetadata()
  /// Where the article's own text begins.
  var end = 0

  /// Longest front matter in lines.
  private static let maximumLines = 100

  /// Reads the front matter at the beginning of the units; an empty one where none stands there.
  ///
  /// A rule followed by text is no front matter: each line is `key: value`, a remark, an item or
  /// continuation of the one before, or blank, and a second `---` closes it.
  init(_ units: [UInt16]) throws(ShuduError) {
    guard !units.isEmpty else { return }
    var line = SourceLine(in: units, at: 0)
    guard FrontMatter.isFence(line, units) else { return }
    var fields: [(key: String, value: String)] = []
    for _ in 0..<FrontMatter.maximumLines {
      guard line.next < units.count else { return }
      line = SourceLine(in: units, at: line.next)
      if FrontMatter.isFence(line, units) {
        guard !fields.isEmpty else { return }
        metadata = try FrontMatter.metadata(of: fields)
        end = line.next
        return
      }
      guard let first = line.content.first, units[first] != 0x23 else { continue }
      guard first == line.start, units[first] != 0x2D else { continue }
      guard let colon = units[line.content].firstIndex(of: 0x3A), colon - first <= 40 else {
        return
      }
      let key = String(decoding: units[first..<colon], as: UTF16.self)
      let value = SourceLine.trimmed(colon + 1..<line.content.upperBound, of: units)
      fields.append((key.lowercased(), FrontMatter.unquoted(units[value])))
    }
  }

  private static func isFence(_ line: SourceLine, _ units: [UInt16]) -> Bool {
    line.content.count == 3 && units[line.content].allSatisfy { $0 == 0x2D }
  }

  private static func unquoted(_ value: ArraySlice<UInt16>) -> String {
    var value = value
    if let first = value.first, first == 0x22 || first == 0x27, value.count >= 2,
      value.last == first
    {
      value = value.dropFirst().dropLast()
    }
    return String(decoding: value, as: UTF16.self)
  }

  private static func metadata(
    of fields: [(key: String, value: String)]
  ) throws(ShuduError) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    for (key, value) in fields where !value.isEmpty {
      switch key {
      case "id": metadata.id = value
      case "title": metadata.title = value
      case "source", "publisher": metadata.publisher = value
      case "page": metadata.page = value
      case "url": metadata.url = value
      case "date":
        guard let date = CalendarDate(declared: value) else {
          throw .badDate(String(value.prefix(40)))
        }
        metadata.date = date
      default: break
      }
    }
    return metadata
  }
}
