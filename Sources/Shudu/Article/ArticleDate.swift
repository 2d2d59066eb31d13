/// The date of an article, and what told it.
public struct ArticleDate: Sendable, Equatable {
  public enum Origin: String, Sendable {
    case option
    case frontMatter = "front_matter"
    case dateline, inferred, none
  }

  public var date: CalendarDate?
  public var origin: Origin

  /// The first that tells a date: the caller's option, the file's own metadata.
  public init(option: CalendarDate?, metadata: ArticleMetadata, page: Page) {
    if let option {
      self.init(date: option, origin: .option)
    } else if let date = metadata.date {
      self.init(date: date, origin: .frontMatter)
    } else {
      self.init(date: nil, origin: .none)
    }
  }

  init(date: CalendarDate?, origin: Origin) {
    self.date = date
    self.origin = origin
  }
}
