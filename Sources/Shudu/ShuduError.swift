/// What can go wrong between an article's bytes and its facts. Carries numbers and places, never the article's text.
public enum ShuduError: Error, Sendable, Equatable {
  /// The file holds no characters.
  case empty
  /// The file has `bytes` bytes, over the limit of `limit`.
  case tooLarge(bytes: Int, limit: Int)
  /// The bytes at `offset` are no text in the charset that was declared or detected.
  case undecodable(charset: String, offset: Int)
  /// A NUL at a byte offset: no text file.
  case binary(offset: Int)
  /// A line of a `.jsonl` file, counted from 1, is no article.
  case badRecord(line: Int, reason: String)
  /// HTML whose tree would take a hundred times the memory of the file.
  case tangledMarkup
  /// A date that is none.
  case badDate(String)
}
