/// From an article's bytes to its blocks.
public enum Reader {
  /// The largest file that is read unless the caller says otherwise: 16 MB.
  public static let defaultLimit = 16 << 20

  /// Reads a file: one article, or several where it is JSON lines.
  ///
  /// Without a format, the file's beginning tells. A line that is no article is a record that says
  /// why; what concerns the whole file is thrown. Errors name byte offsets.
  public static func records(
    bytes: [UInt8], format: ArticleFormat? = nil, limit: Int = defaultLimit
  ) throws(ShuduError) -> [ReadRecord] {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    if format == .jsonl, bytes.first != 0xFF, bytes.first != 0xFE {
      return try lines(bytes)
    }
    let decoded = try Charset.decode(bytes, isMarkup: format == .html || format == nil)
    let format = format ?? ArticleFormat(sniffing: decoded.units)
    if format == .jsonl { return try lines(decoded.units) }
    var article = try read(units: decoded.units, format: format)
    article.metadata.charset = decoded.name
    return [ReadRecord(line: 1, id: article.metadata.id, article: .success(article))]
  }

  /// Reads a file that holds one article; of JSON lines the first.
  public static func read(
    bytes: [UInt8], format: ArticleFormat? = nil, limit: Int = defaultLimit
  ) throws(ShuduError) -> ReadArticle {
    guard let first = try records(bytes: bytes, format: format, limit: limit).first else {
      throw .empty
    }
    return try first.article.get()
  }

  /// Reads a text that holds one article, such as a filter's `text`; offsets are the text's.
  public static func read(
    text: String, format: ArticleFormat = .text
  ) throws(ShuduError) -> ReadArticle {
    try read(units: UTF8Decoding.decode(Array(text.utf8)[...]).units, format: format)
  }

  static func read(units: [UInt16], format: ArticleFormat) throws(ShuduError) -> ReadArticle {
    var metadata = ArticleMetadata()
    let blocks: [Block]
    if format == .html {
      (blocks, metadata) = try HTMLReader.read(units)
    } else {
      let frontMatter = try FrontMatter(units)
      metadata = frontMatter.metadata
      blocks = MarkupReader.blocks(of: units, from: frontMatter.end, format: format)
    }
    guard !blocks.isEmpty else { throw .empty }
    return ReadArticle(source: SourceText(units: units), blocks: blocks, metadata: metadata)
  }

  /// Lines of bytes: JSON lines are UTF-8, and a line that is not spoils no other.
  private static func lines(_ bytes: [UInt8]) throws(ShuduError) -> [ReadRecord] {
    var records: [ReadRecord] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      if bytes[start..<end].contains(where: { $0 > 0x20 }) {
        records.append(ReadRecord(line: bytes[start..<end], number: number, offset: start))
      }
      start = end + 1
    }
    guard !records.isEmpty else { throw .empty }
    return records
  }

  private static func lines(_ units: [UInt16]) throws(ShuduError) -> [ReadRecord] {
    var records: [ReadRecord] = []
    for (index, line) in units.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      var record = ReadRecord(units: line, number: index + 1)
      record.bytes = Array(String(decoding: line, as: UTF16.self).utf8)[...]
      records.append(record)
    }
    guard !records.isEmpty else { throw .empty }
    return records
  }
}
