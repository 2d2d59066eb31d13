import Foundation
import Testing

@testable import ShuduReview

@Suite struct WebFilesTests {
  static let folder: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/CReviewPages/Web").standardizedFileURL

  @Test func theBinaryHoldsEveryFile() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: WebFilesTests.folder.path)
    #expect(WebFiles.names.sorted() == files.sorted())
  }

  /// `t('key')` in scripts and `t.key` in templates.
  @Test func everyMessageThatIsAskedForStandsInBothLanguages() throws {
    let table = try #require(WebFiles.text(of: "messages.tsv"))
    let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.allSatisfy { $0.split(separator: "\t").count == 3 })
    let keys = Set(rows.compactMap { $0.split(separator: "\t").first.map(String.init) })
    #expect(keys.count == rows.count)
    for name in WebFiles.names {
      let text = try #require(WebFiles.text(of: name))
      let asked =
        name.hasSuffix(".js")
        ? text.matches(of: /\bt\('([a-z_.]+)'/).map { String($0.1) }
        : name.hasSuffix(".mustache")
          ? text.matches(of: /\{\{t\.([a-z_.]+)\}\}/).map { String($0.1) } : []
      for key in asked where !keys.contains(key) { Issue.record("\(name) asks for \(key)") }
    }
  }

  /// Translations name the same values.
  @Test func messagesInsertTheSameValues() throws {
    let messages = Messages.standard
    let table = try #require(WebFiles.text(of: "messages.tsv"))
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let key = String(line.split(separator: "\t")[0])
      let values = Language.allCases.map { language in
        messages.text(key, language).matches(of: /\{(\w+)\}/).map { String($0.1) }.sorted()
      }
      #expect(values[0] == values[1], "\(key)")
    }
  }

  /// Nothing that a Content-Security-Policy without exceptions would refuse, and nothing from elsewhere.
  @Test func pagesHoldNoInlineScriptOrStyle() throws {
    for name in WebFiles.names where name.hasSuffix(".mustache") || name.hasSuffix(".js") {
      let text = try #require(WebFiles.text(of: name))
      for word in [
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "style=\"",
        "onclick=\"", "{{{",
      ] {
        #expect(!text.contains(word), "\(name) holds \(word)")
      }
      let addresses = text.matches(of: /https?:\/\/[^"' ]+/).map { String($0.0) }
      #expect(addresses.allSatisfy { $0.hasPrefix("http://www.w3.org/") }, "\(name): \(addresses)")
    }
  }

  @Test func templatesEscapeNames() throws {
    let page = try PageRenderer().render(
      .desk,
      .init(
        language: .english, theme: "auto", corpus: "</title><script>alert(1)</script>",
        reviewer: "\"><img src=x>"))
    #expect(!page.contains("<script>alert") && !page.contains("<img"))
    #expect(page.contains("&lt;script&gt;"))
  }
}
