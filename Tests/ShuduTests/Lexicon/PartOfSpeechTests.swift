import Testing

@testable import Shudu

@Suite struct PartOfSpeechTests {
  private let table = PartOfSpeechTable(
    Array("# remark\nnoun\t苹果 梨\nverb\t跑\nunheard\t山\n".utf8))

  @Test(arguments: [
    ("苹果", PartOfSpeech.noun), ("梨", .noun), ("跑", .verb),
    // Half a word, a word of a part that is not known, words that are not there.
    ("苹", .none), ("山", .none), ("桃", .none), ("苹果梨跑苹", .none), ("", .none),
  ])
  func findsWholeWords(word: String, part: PartOfSpeech) {
    let units = Array(word.utf16)
    #expect(table.part(of: units.indices, in: units) == part)
  }

  @Test func knowsTheTableOfTheBinary() {
    let units = Array("学生".utf16)
    #expect(PartOfSpeechTable.standard.part(of: units.indices, in: units) == .noun)
  }
}

extension PartOfSpeechTable {
  fileprivate init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { PartOfSpeechTable($0) }
  }
}
