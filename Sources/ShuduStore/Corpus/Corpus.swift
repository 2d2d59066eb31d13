import Foundation
import Shudu
import ShuduInput

/// A corpus folder with its settings, index and decisions: what the review app and the dataset work on.
public final class Corpus: Sendable {
  public let folder: CorpusFolder
  public let settings: CorpusSettings
  public let index: CorpusIndex
  public let log: DecisionLog

  /// Opens a corpus that was processed, and brings its reviews up to the log.
  public init(path: String) throws(StoreError) {
    folder = try CorpusFolder(path: path)
    settings = try CorpusSettings.load(from: folder)
    index = try CorpusIndex(folder)
    log = DecisionLog(folder)
    try refresh()
  }

  /// Appends decisions to the log, all or none, and brings the reviews up to it.
  ///
  /// They are on the disk when this returns or when it throws an `index` error, in which case only the index, which
  /// is derived, is behind.
  public func record(_ decisions: [Decision]) throws(StoreError) {
    try log.append(decisions)
    try refresh()
  }

  /// Reads what other processes appended to the log since the last time. Cost: nothing where nothing was.
  public func refresh() throws(StoreError) {
    try index.refreshReviews(from: log)
  }

  /// A fact as a decision names it: its id, and what is needed to find it again.
  public func target(of fact: FactRow) throws(StoreError) -> Decision.Target {
    try index.target(of: fact)
  }

  /// The decoded text of an article, in whose Unicode scalars all spans count; nil where its file is gone or changed.
  public func text(of article: ArticleRow) -> String? {
    guard
      let input = try? ArticleInput(path: folder.file(article.path), limit: settings.sizeLimit)
    else { return nil }
    for case .success(let item) in input.articles where item.version == article.version {
      return String(decoding: item.read.source.units, as: UTF16.self)
    }
    return nil
  }
}
