/// The date of an article, and what told it.
public struct ArticleDate: Sendable, Equatable {
  public enum Origin: String, Sendable {
    /// The caller.
    case option
    /// Front matter, `<meta>` or a JSON field.
    case frontMatter = "front_matter"
    /// A dateline, a byline, or a line that dates the page.
    case dateline
    /// The latest day that fits the years, months and days that the text names.
    case inferred
    case none
  }

  public var date: CalendarDate?
  public var origin: Origin

  /// The first that tells a date: the caller's option, the file's own metadata, a dateline or
  /// byline, the dates that the text names.
  ///
  /// *Cost*: linear in the page, and nothing where option or metadata tell.
  public init(option: CalendarDate?, metadata: ArticleMetadata, page: Page) {
    if let option {
      self.init(date: option, origin: .option)
    } else if let date = metadata.date {
      self.init(date: date, origin: .frontMatter)
    } else {
      self = ArticleDate.told(by: page)
    }
  }

  init(date: CalendarDate?, origin: Origin) {
    self.date = date
    self.origin = origin
  }

  private static func told(by page: Page) -> ArticleDate {
    var named: [DateEvidence.Named] = []
    var dateline: DateEvidence.Named?
    for index in page.paragraphs.indices {
      let units = page.paragraphs[index].folded
      let dates = DateEvidence.dates(in: units, range: 0..<units.count)
      named += dates
      guard dateline?.date == nil, !dates.isEmpty else { continue }
      let isMargin = index < 8 || index >= page.paragraphs.count - 3
      let candidate = dates.first {
        $0.day != nil && isDateline($0, of: page.paragraphs[index], isMargin: isMargin)
      }
      // One that names its year is better than an earlier one that does not.
      if let candidate, dateline == nil || candidate.date != nil { dateline = candidate }
    }
    if let date = dateline?.date { return ArticleDate(date: date, origin: .dateline) }
    let inference = DateInference(named)
    if let month = dateline?.month, let day = dateline?.day,
      let date = inference.date(month: month, day: day)
    {
      return ArticleDate(date: date, origin: .dateline)
    }
    if let date = inference.latest { return ArticleDate(date: date, origin: .inferred) }
    return ArticleDate(date: nil, origin: .none)
  }

  /// Whether a date dates the page: within a dateline or byline, or a line at the page's beginning or end that holds little else.
  private static func isDateline(
    _ named: DateEvidence.Named, of paragraph: Paragraph, isMargin: Bool
  ) -> Bool {
    if paragraph.dateline.contains(named.range.lowerBound) { return true }
    if case .byline = paragraph.role { return true }
    let units = paragraph.folded
    guard isMargin, named.date != nil, units.count <= 60, units.last != 0x3002 else { return false }
    switch paragraph.role {
    case .body, .label, .credit, .caption, .heading:
      return units.count - named.range.count <= 4 || isPublication(units)
        || isSetOff(named.range, in: units)
    case .byline, .listItem, .tableCell: return false
    }
  }

  /// `发布时间:`, `来源:`, `星期五`, `第9版`: words of a line that dates a page.
  private static func isPublication(_ units: [UInt16]) -> Bool {
    let text = String(decoding: units, as: UTF16.self)
    return ["发布", "时间:", "日期:", "来源", "星期", "编辑", "责编", "记者", "日报", "晚报", "周刊", "特刊"].contains {
      text.contains($0)
    } || units.last == 0x7248 || text.contains("版)")  // 版
  }

  /// Whether marks or blanks part a date from the rest of its line (`民营经济观察｜2024年5月9日`).
  private static func isSetOff(_ range: Range<Int>, in units: [UInt16]) -> Bool {
    func parts(_ index: Int) -> Bool {
      !units.indices.contains(index) || separators.contains(units[index])
    }
    return parts(range.lowerBound - 1) && parts(range.upperBound)
  }

  /// Blank, |, ｜, ·, •, /, 〡, ideographic blank.
  private static let separators: Set<UInt16> = [
    0x20, 0x7C, 0xFF5C, 0xB7, 0x2022, 0x2F, 0x3000,
  ]
}
