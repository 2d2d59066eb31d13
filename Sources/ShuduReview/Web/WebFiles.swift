import CReviewPages

/// The pages, styles and scripts that the binary carries.
enum WebFiles {
  /// Every file's name, as it stands in `Sources/CReviewPages/Web`.
  static let names: [String] = {
    var names: [String] = []
    while let name = creviewpages_name(names.count) { names.append(String(cString: name)) }
    return names
  }()

  /// The bytes of a file; nil where there is none of that name.
  static func bytes(of name: String) -> [UInt8]? {
    var length = 0
    guard let start = creviewpages_file(name, &length) else { return nil }
    return Array(UnsafeBufferPointer(start: start, count: length))
  }

  static func text(of name: String) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The media type of files that a browser asks for; nil for templates and tables, which it never gets.
  static func mediaType(of name: String) -> String? {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    default: nil
    }
  }
}
