/// One article of a file that may hold several, or why it is none.
public struct ReadRecord: Sendable {
  /// The line of a `.jsonl` file, counted from 1; 1 for other files.
  public var line: Int
  /// The record's `id`, known even where the rest is no article.
  public var id: String?
  /// The line's UTF-8, without its line break; nil where the whole file is one article.
  public var bytes: ArraySlice<UInt8>?
  public var article: Result<ReadArticle, ShuduError>

  /// Reads a line of a `.jsonl` file: `{"id","text","title","date","source","url","page"}`, all but
  /// `text` optional. Offsets of the article are those of its `text`.
  ///
  /// Takes a line by itself, so that a file need not be held at once; `offset` is the byte where it
  /// begins, for errors.
  public init(line bytes: ArraySlice<UInt8>, number: Int, offset: Int = 0) {
    let (units, malformed) = UTF8Decoding.decode(bytes)
    if let malformed {
      self.init(
        line: number, id: nil,
        article: .failure(
          .undecodable(charset: "UTF-8", offset: offset + malformed - bytes.startIndex)))
    } else {
      self.init(units: units[...], number: number)
    }
    self.bytes = bytes
  }

  init(line: Int, id: String?, article: Result<ReadArticle, ShuduError>) {
    self.line = line
    self.id = id
    self.article = article
  }

  init(units: ArraySlice<UInt16>, number: Int) {
    line = number
    guard let object = JSONObject(units) else {
      article = .failure(.badRecord(line: number, reason: "no JSON object"))
      return
    }
    id = ReadRecord.text(object["id"])
    do throws(ShuduError) {
      article = .success(try ReadRecord.article(of: object, line: number))
    } catch {
      article = .failure(error)
    }
  }

  private static func article(
    of object: JSONObject, line: Int
  ) throws(ShuduError) -> ReadArticle {
    guard case .string(let text)? = object["text"] else {
      throw .badRecord(line: line, reason: "no \"text\", a string")
    }
    guard !text.contains(0) else {
      throw .badRecord(line: line, reason: "a NUL in \"text\"")
    }
    var read = try Reader.read(units: text, format: .text)
    read.metadata.id = ReadRecord.text(object["id"]) ?? read.metadata.id
    read.metadata.title = ReadRecord.text(object["title"]) ?? read.metadata.title
    read.metadata.publisher = ReadRecord.text(object["source"]) ?? read.metadata.publisher
    read.metadata.url = ReadRecord.text(object["url"]) ?? read.metadata.url
    read.metadata.page = ReadRecord.text(object["page"]) ?? read.metadata.page
    switch object["date"] {
    case nil, .null?: break
    case .string(let written)?:
      let declared = String(decoding: written.prefix(40), as: UTF16.self)
      guard let date = CalendarDate(declared: declared) else { throw .badDate(declared) }
      read.metadata.date = date
    default: throw .badRecord(line: line, reason: "\"date\" is no string")
    }
    return read
  }

  private static func text(_ value: JSONObject.Value?) -> String? {
    switch value {
    case .string(let units)? where !units.isEmpty: String(decoding: units, as: UTF16.self)
    case .number(let number)?: number
    default: nil
    }
  }
}
