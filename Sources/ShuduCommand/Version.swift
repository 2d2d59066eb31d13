import Shudu

/// The program's version and its word tables' hash, part of every record.
enum Version {
  static let current = "0.1.0"
  static let lexicon = ArticleInput.version(of: Lexicon.bytes)
}
