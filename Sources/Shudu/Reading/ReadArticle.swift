/// What reading makes of one article: its characters, its blocks, and what it says of itself.
public struct ReadArticle: Sendable {
  public var source: SourceText
  /// In the order of the file.
  public var blocks: [Block]
  public var metadata: ArticleMetadata

  public init(source: SourceText, blocks: [Block], metadata: ArticleMetadata) {
    self.source = source
    self.blocks = blocks
    self.metadata = metadata
  }
}

/// What the file declares of the article in front matter, `<meta>` or JSON fields.
public struct ArticleMetadata: Sendable, Equatable {
  public var id: String?
  public var title: String?
  public var date: CalendarDate?
  public var publisher: String?
  public var page: String?
  public var url: String?
  /// The charset's IANA name by which the bytes were decoded.
  public var charset: String?

  public init() {}
}
