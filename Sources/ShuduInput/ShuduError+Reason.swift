import Shudu

extension ShuduError {
  /// A short word for programs.
  public var code: String {
    switch self {
    case .empty: "empty"
    case .tooLarge: "too_large"
    case .undecodable: "bad_encoding"
    case .binary: "binary"
    case .badRecord: "bad_record"
    case .tangledMarkup: "bad_markup"
    case .badDate: "bad_date"
    }
  }

  /// A sentence for a person, without the path.
  public var reason: String {
    switch self {
    case .empty: "holds no characters"
    case .tooLarge(let bytes, let limit):
      "has \(bytes) bytes, over the limit of \(limit); --max-size allows more"
    case .undecodable(let charset, let offset): "byte \(offset) is no \(charset)"
    case .binary(let offset): "a NUL at byte \(offset): no text file"
    case .badRecord(let line, let reason): "line \(line): \(reason)"
    case .tangledMarkup: "HTML that nests too deep to be read"
    case .badDate(let text): "`\(text)` is no day; write it like 2020-12-30"
    }
  }
}
