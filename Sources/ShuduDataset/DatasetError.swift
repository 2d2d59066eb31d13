import Foundation
import ShuduStore

/// What can go wrong with a dataset. Carries paths, counts and codes, never an article's text.
public enum DatasetError: Error, Sendable, Equatable {
  /// The system refused to write; `code` is `errno`.
  case unwritable(path: String, code: Int32)
  /// The system refused to read; `code` is `errno`.
  case unreadable(path: String, code: Int32)
  /// The place of the output holds something that no rebuild made.
  case notADataset(path: String)
  /// Another process is rebuilding to the same place.
  case busy(path: String)
  /// The output would lie inside what it is made of, or hold it.
  case overlapping(output: String, corpus: String)
  /// Two articles have the same key, so that their facts could not be told apart.
  case sameKey(key: String, paths: [String])
  /// A file of the package is not as a package has it.
  case badPackage(path: String, reason: String)
  /// SQLite refused; `code` is its extended result code.
  case database(path: String, code: Int, reason: String)
  /// The Parquet step ended with an error.
  case parquet(reason: String)
  /// An option says nothing that could be done.
  case badOption(reason: String)
  /// The corpus refused.
  case store(StoreError)
  /// The gold facts could not be read.
  case evaluation(reason: String)

  /// A sentence for a person.
  public var message: String {
    switch self {
    case .unwritable(let path, let code):
      "\(path): can't be written: \(DatasetError.reason(of: code)); an earlier dataset is left as it was"
    case .unreadable(let path, let code):
      "\(path): can't be read: \(DatasetError.reason(of: code))"
    case .notADataset(let path):
      "\(path): holds files that are no dataset (no datapackage.json); name a new or empty folder"
    case .busy(let path): "\(path): another rebuild is writing here; wait for it"
    case .overlapping(let output, let corpus):
      "\(output): lies within \(corpus), where a rebuild would replace what it is made of"
    case .sameKey(let key, let paths):
      "\(paths.joined(separator: " and ")) both have the id \(key); give one of them another"
    case .badPackage(let path, let reason): "\(path): \(reason)"
    case .database(let path, let code, let reason):
      "\(path): \(reason) (SQLite \(code)); an earlier dataset is left as it was"
    case .parquet(let reason): "facts.parquet: \(reason)"
    case .badOption(let reason): reason
    case .store(let error): error.message
    case .evaluation(let reason): reason
    }
  }

  private static func reason(of code: Int32) -> String {
    code == ENOSPC ? "no space left on the disk" : String(cString: strerror(code))
  }
}
