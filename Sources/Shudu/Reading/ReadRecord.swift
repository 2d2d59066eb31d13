/// One article of a file that may hold several, or why it is none.
public struct ReadRecord: Sendable {
  /// The line of a `.jsonl` file, counted from 1; 1 for other files.
  public var line: Int
  /// The record's `id`, known even where the rest is no article.
  public var id: String?
  public var article: Result<ReadArticle, ShuduError>

  /// Reads a line of a `.jsonl` file: `{"id","text","title","date","source","url","page"}`, all but
  /// `text` optional. Offsets of the article are those of its `text`.
  ///
  /// Takes a line by itself, so that a file need not be held at once; `offset` is the byte where it
  /// begins, for errors.
  public init(line bytes: ArraySlice<UInt8>, number: Int, offset: Int = 0) {
    let (units, malformed) = UTF8Decoding.decode(bytes)
    guard let malformed else {
      self.init(units: units[...], number: number)
      return
    }
    self.init(
      line: number, id: nil,
      article: .failure(
        .undecodable(charset: "UTF-8", offset: offset + malformed - bytes.startIndex)))
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
    var read: ReadArticle
    do throws(ShuduError) {
      read = try Reader.read(units: text, format: .text)
    } catch {
      guard case .empty = error else { throw error }
      throw .badRecord(line: line, reason: "\"text\" holds no characters")
    }
    read.metadata.id = ReadRecord.text(object["id"]) ?? read.metadata.id
    read.metadata.title = ReadRecord.text(object["title"]) ?? read.metadata.title
    read.metadata.publisher = ReadRecord.text(object["source"]) ?? read.metadata.publisher
    read.metadata.url = ReadRecord.text(object["url"]) ?? read.metadata.url
    read.metadata.page = ReadRecord.text(object["page"]) ?? read.metadata.page
    switch object["date"] {
    case nil, .null?: break
    case .string(let written)?:
      guard let date = CalendarDate(declared: String(decoding: written, as: UTF16.self)) else {
        throw .badRecord(line: line, reason: "\"date\" is no day such as 2020-12-30")
      }
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
