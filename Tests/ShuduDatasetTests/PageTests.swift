import Foundation
import Testing

@testable import ShuduDataset

@Suite struct PageTests {
  private func page(_ article: DatasetArticle, title: String = "数据") throws -> String {
    var data = PageData(hasText: true)
    data.append(article)
    let json = data.json(title: title, chinese: "", english: "", program: "0")
    return String(decoding: DatasetPage.bytes(title: title, data: json), as: UTF8.self)
  }

  /// What LangExtract's page does: an article that ends the block of data runs as script.
  @Test func articleTextCanNotEndTheDataBlock() throws {
    let hostile = "全市</script><script>alert(1)</script><!--新增企业120家,增长6.2%。"
    let text = try page(try SampleArticle.make(hostile), title: "</title><script>alert(2)</script>")
    #expect(!text.contains("alert(1)<") && !text.contains("<script>alert"))
    let parts = text.components(separatedBy: "<script")
    #expect(parts.count == 3, "the data block and the page's own script")
    #expect(text.contains("\\u003c/script\\u003e"))
  }

  @Test func thePolicyNamesTheScriptByItsHash() throws {
    let text = try page(try SampleArticle.make("新增企业120家。"))
    #expect(text.contains("default-src 'none'; script-src 'sha256-"))
    #expect(!text.contains("unsafe-inline") && !text.contains("{{"))
  }

  @Test func wordsAreMarkedInATornSentence() {
    // The file: 培育25 / 172家, torn by five characters.
    let marks = SentenceMarks.ranges(
      of: "25172家", at: [[2, 4], [9, 13]], in: "培育25172家", standing: [[0, 4], [9, 13]])
    #expect(marks == [[2, 8]])
  }

  @Test func marksCountUTF16Units() {
    let marks = SentenceMarks.ranges(of: "3家", at: [[1, 3]], in: "𠮷3家", standing: [[0, 3]])
    #expect(marks == [[2, 4]])
  }

  @Test func whatTheFileSpellsOtherwiseIsLookedFor() {
    let marks = SentenceMarks.ranges(of: "3家", at: [[9, 11]], in: "A&B3家", standing: [[4, 11]])
    #expect(marks == [[3, 5]])
  }
}
