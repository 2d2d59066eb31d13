/// From an article's bytes to its blocks.
public enum Reader {
  /// The largest file that is read unless the caller says otherwise: 16 MB.
  public static let defaultLimit = 16 << 20

  /// Reads a file that holds one article.
  ///
  /// Without a format, the file's beginning tells. Errors name byte offsets.
  public static func read(
    bytes: [UInt8], format: ArticleFormat? = nil, limit: Int = defaultLimit
  ) throws(ShuduError) -> ReadArticle {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    let decoded = try Charset.decode(bytes, isMarkup: format == .html || format == nil)
    var article = try read(units: decoded.units, format: format)
    article.metadata.charset = decoded.name
    return article
  }

  /// Reads a text that holds one article, such as a filter's `text`; offsets are the text's.
  public static func read(
    text: String, format: ArticleFormat = .text
  ) throws(ShuduError) -> ReadArticle {
    try read(units: Array(text.utf16), format: format)
  }

  static func read(units: [UInt16], format: ArticleFormat?) throws(ShuduError) -> ReadArticle {
    var metadata = ArticleMetadata()
    let blocks: [Block]
    switch format ?? ArticleFormat(sniffing: units) {
    case .html: (blocks, metadata) = try HTMLReader.read(units)
    case let format:
      let frontMatter = try FrontMatter(units)
      metadata = frontMatter.metadata
      blocks = MarkupReader.blocks(of: units, from: frontMatter.end, format: format)
    }
    guard !blocks.isEmpty else { throw .empty }
    return ReadArticle(source: SourceText(units: units), blocks: blocks, metadata: metadata)
  }
}
