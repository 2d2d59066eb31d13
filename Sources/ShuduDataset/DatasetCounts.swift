/// What a dataset holds, for its card and for the person who made it.
public struct DatasetCounts: Sendable, Equatable {
  public var articles = 0
  public var reprints = 0
  public var facts = 0
  /// Facts that repeat an earlier one, in their article or as a reprint.
  public var repeated = 0
  public var sentences = 0
  public var entities = 0
  public var units = 0
  public var unclaimed = 0
  /// Unclaimed numerals with Arabic digits.
  public var unclaimedArabic = 0
  public var rejected = 0
  public var filtered = 0
  public var byStatus: [String: Int] = [:]
  public var byKind: [String: Int] = [:]
  public var byReview: [String: Int] = [:]
  public var byReason: [String: Int] = [:]
  /// First and last day of the articles.
  public var firstDate: String?
  public var lastDate: String?

  mutating func add(_ result: ArticleAssembly.Result) {
    let article = result.article
    articles += 1
    if article.reprintOf != nil { reprints += 1 }
    facts += article.facts.count
    sentences += article.sentences.count
    entities += article.names.count
    unclaimed += article.unclaimed.count
    rejected += result.rejected.count
    filtered += result.filtered.count
    for fact in article.facts {
      if fact.record.sameAs != nil || fact.reprintOf != nil { repeated += 1 }
      byStatus[fact.record.status, default: 0] += 1
      byKind[fact.record.kind, default: 0] += 1
      byReview[fact.review.state.rawValue, default: 0] += 1
    }
    for numeral in article.unclaimed {
      byReason[numeral.reason.word, default: 0] += 1
      if numeral.isArabic { unclaimedArabic += 1 }
    }
    if let date = article.date {
      firstDate = min(firstDate ?? date, date)
      lastDate = max(lastDate ?? date, date)
    }
  }
}
