/// What can be wrong with a corpus that is to be evaluated.
public enum EvaluationError: Error, Sendable, Equatable {
  /// The folder has no `gold/`.
  case noGold(folder: String)
  /// `corpus.yaml` can't be read as settings.
  case badSettings(path: String, reason: String)
  /// A line of a gold file, counted from 1, is no record.
  case badRecord(path: String, line: Int, reason: String)
  /// A gold file's article is missing or can't be read.
  case badArticle(path: String, reason: String)
  /// A saved run can't be read.
  case badRun(path: String)

  /// A sentence for a person.
  public var message: String {
    switch self {
    case .noGold(let folder): "\(folder): no gold facts (gold/articles/*.facts.jsonl)"
    case .badSettings(let path, let reason): "\(path): \(reason)"
    case .badRecord(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .badArticle(let path, let reason): "\(path): \(reason)"
    case .badRun(let path): "\(path): no saved evaluation"
    }
  }
}
