import Crypto
import Foundation
import Shudu

/// The articles of one file, or one text.
public struct ArticleInput {
  /// Why a file, or one of its lines, is no article.
  public struct Failure: Error, Sendable {
    /// A short word for programs: `bad_record`.
    public var code: String
    /// A sentence for a person, without the path.
    public var reason: String
  }

  /// One article, read.
  public struct Item: Sendable {
    public var read: ReadArticle
    /// The path, or a filter's id; a `.jsonl` line's own id or number follows after `#`.
    public var key: String
    /// `sha256:` and the hash of the bytes it was read from.
    public var version: String
    public var path: String?
  }

  /// In the order of the file; a line that is no article says why.
  public var articles: [Swift.Result<Item, Failure>]

  /// Reads a file; `-` is standard input.
  public init(path: String, limit: Int) throws(Failure) {
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      bytes = try FileBytes.read(path, limit: limit)
    } catch {
      throw Failure(code: "unreadable", reason: error.reason)
    }
    try self.init(bytes: bytes, path: path, limit: limit)
  }

  /// Takes the bytes of a file that was read.
  ///
  /// - Parameters:
  ///   - path: as records name the file; its extension tells the format.
  ///   - key: stands for the path in the article's key, where it was first seen under another.
  public init(
    bytes: [UInt8], path: String, key: String? = nil, limit: Int
  ) throws(Failure) {
    let format = ArticleFormat(fileExtension: URL(fileURLWithPath: path).pathExtension)
    do throws(ShuduError) {
      articles = try Reader.records(bytes: bytes, format: format, limit: limit).map {
        ArticleInput.article(of: $0, file: bytes, path: path, key: key ?? path)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Takes a text as it is; one without characters is an article without facts.
  public init(text: String) throws(Failure) {
    do throws(ShuduError) {
      articles = [.success(Item(try Reader.read(text: text), key: "text"))]
    } catch {
      guard case .empty = error else { throw Failure(error) }
      articles = [.success(Item(ReadArticle(empty: text), key: "text"))]
    }
  }

  private static func article(
    of record: ReadRecord, file: [UInt8], path: String, key: String
  ) -> Swift.Result<Item, Failure> {
    do throws(ShuduError) {
      var read = try record.article.get()
      guard let line = record.bytes else {
        return .success(Item(read: read, key: key, version: version(of: file), path: path))
      }
      // Lines of several files may have the same id, so it stands after the path.
      let key = "\(key)#\(record.id ?? read.metadata.id ?? String(record.line))"
      read.metadata.id = nil
      return .success(Item(read: read, key: key, version: version(of: line), path: path))
    } catch {
      return .failure(Failure(error, line: record.bytes == nil ? nil : record.line))
    }
  }

  public static func version(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(data: Array(bytes))
    return text(of: hash.finalize())
  }

  /// A hash as records have it.
  static func text(of digest: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text = "sha256:"
    for byte in digest {
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
    }
    return text
  }
}

extension ArticleInput.Item {
  /// An article that is no file; its version is the hash of its text.
  public init(_ read: ReadArticle, key: String) {
    let text = String(decoding: read.source.units, as: UTF16.self)
    self.init(
      read: read, key: key, version: ArticleInput.version(of: text.utf8), path: nil)
  }
}

extension ReadArticle {
  /// An article of blank characters only.
  public init(empty text: String) {
    self.init(source: SourceText(text), blocks: [], metadata: ArticleMetadata())
  }
}

extension ArticleInput.Failure {
  /// Puts an error into words, with the line where it stands in a `.jsonl` file.
  public init(_ error: ShuduError, line: Int? = nil) {
    code = error.code
    reason = error.reason
    if let line, !reason.hasPrefix("line ") { reason = "line \(line): \(reason)" }
  }
}

extension FactRecordWriter {
  /// - Parameter lexicon: the hash of the words that made the result.
  public init(
    result: Pipeline.Result, article: ArticleInput.Item, lexicon: String = Version.lexicon
  ) {
    self.init(
      header: ArticleHeader(
        key: article.read.metadata.id ?? article.key, version: article.version,
        date: result.date.date, dateOrigin: result.date.origin.rawValue, path: article.path),
      source: article.read.source,
      extractor: (Version.current, lexicon))
  }
}
