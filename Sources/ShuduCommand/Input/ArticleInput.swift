import Crypto
import Foundation
import Shudu

/// The articles of one file, or one text.
struct ArticleInput {
  /// Why a file, or one of its lines, is no article.
  struct Failure: Error {
    /// A sentence for a person, without the path.
    var reason: String
  }

  /// One article, read.
  struct Item {
    var read: ReadArticle
    /// The path, or a filter's id; a `.jsonl` line's own id or number follows after `#`.
    var key: String
    /// `sha256:` and the hash of the bytes it was read from.
    var version: String
    var path: String?
  }

  var articles: [Swift.Result<Item, Failure>]

  /// Reads a file; `-` is standard input.
  init(path: String, limit: Int) throws(Failure) {
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      bytes = try FileBytes.read(path, limit: limit)
    } catch {
      throw Failure(reason: error.reason)
    }
    let version = ArticleInput.version(of: bytes)
    do throws(ShuduError) {
      let format = ArticleFormat(fileExtension: URL(fileURLWithPath: path).pathExtension)
      let article = try Reader.read(bytes: bytes, format: format, limit: limit)
      articles = [.success(Item(read: article, key: path, version: version, path: path))]
    } catch {
      throw Failure(reason: error.reason)
    }
  }

  /// Takes a text as it is.
  init(text: String) throws(Failure) {
    articles = [.success(Item(filterText: text, id: "text"))]
  }

  static func version(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(data: Array(bytes))
    let digits = Array("0123456789abcdef".utf8)
    var text = "sha256:"
    for byte in hash.finalize() {
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
    }
    return text
  }
}

extension ArticleInput.Item {
  /// An article that is a filter's text; a text without characters is one without blocks.
  init(filterText text: String, id: String) {
    let empty = ReadArticle(
      source: SourceText(text), blocks: [], metadata: ArticleMetadata())
    let article = (try? Reader.read(text: text)) ?? empty
    self.init(
      read: article, key: id, version: ArticleInput.version(of: Array(text.utf8)), path: nil)
  }
}

extension ShuduError {
  /// A sentence for a person, without the path.
  var reason: String {
    switch self {
    case .empty: "holds no characters"
    case .tooLarge(let bytes, let limit):
      "has \(bytes) bytes, over the limit of \(limit); --max-size allows more"
    case .undecodable(let charset, let offset): "byte \(offset) is no \(charset)"
    case .binary(let offset): "a NUL at byte \(offset): no text file"
    case .badRecord(let line, let reason): "line \(line): \(reason)"
    case .tangledMarkup: "HTML that nests too deep to be read"
    case .badDate(let text): "no date: \(text)"
    }
  }
}

extension FactRecordWriter {
  init(result: Pipeline.Result, article: ArticleInput.Item) {
    self.init(
      header: ArticleHeader(
        key: article.read.metadata.id ?? article.key, version: article.version,
        date: result.date.date, dateOrigin: result.date.origin.rawValue, path: article.path),
      source: article.read.source,
      extractor: (Version.current, Version.lexicon))
  }
}
