/// How an article's file is marked up.
public enum ArticleFormat: String, Sendable, CaseIterable {
  /// A page as plain text: `#` headings and `**` are read, each line is a paragraph.
  case text
  case markdown
  case html
  /// One article a line, as JSON objects.
  case jsonl

  /// By a file name's extension, without its point, in any case; nil for others.
  public init?(fileExtension: some StringProtocol) {
    switch fileExtension.lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown", "mdown", "mkd": self = .markdown
    case "html", "htm", "xhtml", "shtml": self = .html
    case "jsonl", "ndjson": self = .jsonl
    default: return nil
    }
  }

  /// What the beginning of a decoded file looks like; `.text` where nothing tells.
  ///
  /// Cost: the first 1024 units.
  public init(sniffing units: [UInt16]) {
    var start = 0
    while start < min(units.count, 1024),
      SourceLine.isSpace(units[start]) || SourceLine.isLineEnd(units[start])
    {
      start += 1
    }
    let head = String(decoding: units[start..<min(units.count, start + 1024)], as: UTF16.self)
      .lowercased()
    let marks = ["<!doctype html", "<html", "<head", "<body", "<?xml", "<article", "<div", "<p>"]
    if marks.contains(where: head.hasPrefix) {
      self = .html
    } else if head.hasPrefix("{\"") {
      self = .jsonl
    } else {
      self = .text
    }
  }
}
