import Crypto
import Foundation

/// `index.html`: the dataset as one page that opens from the disk.
///
/// Articles' words stand in a block of JSON, in which no `<`, `>` or `&` is left, and reach the page by `textContent`
/// alone; beside that a policy lets only this page's own script and style run, by their hashes.
enum DatasetPage {
  static let name = "index.html"

  static func bytes(title: String, data: [UInt8]) -> [UInt8] {
    let style = EmbeddedPage.text(named: "dataset.css")
    let script = EmbeddedPage.text(named: "dataset.js")
    let policy = [
      "default-src 'none'", "script-src \(source(script))", "style-src \(source(style))",
      "img-src data:", "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
    var bytes: [UInt8] = []
    // One pass, so that a title with braces in it replaces nothing further on.
    var rest = Substring(EmbeddedPage.text(named: "dataset.html"))
    while let open = rest.range(of: "{{"), let close = rest.range(of: "}}") {
      bytes += rest[..<open.lowerBound].utf8
      switch rest[open.upperBound..<close.lowerBound] {
      case "title": bytes += escaped(title).utf8
      case "policy": bytes += policy.utf8
      case "style": bytes += style.utf8
      case "script": bytes += script.utf8
      default: bytes += escapedJSON(data)
      }
      rest = rest[close.upperBound...]
    }
    bytes += rest.utf8
    return bytes
  }

  /// The source of an inline element in a policy.
  private static func source(_ text: String) -> String {
    "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// JSON that no HTML parser can take for markup: outside strings it has none of these characters.
  static func escapedJSON(_ json: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count + json.count / 64)
    for byte in json {
      switch byte {
      case 0x3C: bytes += "\\u003c".utf8
      case 0x3E: bytes += "\\u003e".utf8
      case 0x26: bytes += "\\u0026".utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
