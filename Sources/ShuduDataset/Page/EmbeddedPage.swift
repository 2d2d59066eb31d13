import CLexicon

/// A file of `Sources/CLexicon/Pages`, inside the binary.
enum EmbeddedPage {
  static func text(named name: String) -> String {
    var length = 0
    guard let bytes = clexicon_page(name, &length) else {
      preconditionFailure("no page \(name) in the binary")
    }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }
}
