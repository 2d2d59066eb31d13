/// From an article's bytes to its blocks.
public enum Reader {
  /// The largest file that is read unless the caller says otherwise: 16 MB.
  public static let defaultLimit = 16 << 20

  /// Reads a text that holds one article, such as a filter's `text`; offsets are the text's.
  public static func read(text: String, format: ArticleFormat = .text) throws(ShuduError)
    -> ReadArticle
  {
    try read(units: Array(text.utf16), format: format)
  }

  static func read(units: [UInt16], format: ArticleFormat) throws(ShuduError) -> ReadArticle {
    let source = SourceText(units: units)
    let blocks = MarkupReader.blocks(of: units, from: 0, format: format)
    guard !blocks.isEmpty else { throw .empty }
    return ReadArticle(source: source, blocks: blocks, metadata: ArticleMetadata())
  }
}
