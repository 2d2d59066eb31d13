/// Who says so: the phrase before the sentence's verb of speech (`市科技局相关负责人表示`, `报告显示`).
struct AttributionFinder {
  let sentence: TokenizedSentence
  let phrases: PhraseFinder

  init(_ sentence: TokenizedSentence) {
    self.sentence = sentence
    phrases = PhraseFinder(sentence: sentence)
  }

  private var tokens: [Token] { sentence.tokens }

  /// The speaker or source of the sentence; nil where nobody is named.
  func attribution() -> Citation? {
    for at in tokens.indices.dropFirst() where isSpeech(tokens[at]) {
      let start = sentence.clauseStart(of: at)
      var end = at
      while end > start, tokens[end - 1].isLight || tokens[end - 1].isTime { end -= 1 }
      guard let phrase = phrases.phrase(endingAt: end, notBefore: start), speaks(phrase) else {
        continue
      }
      return Citation(sentence.paragraph, sentence.textRange(phrase))
    }
    return nil
  }

  private func isSpeech(_ token: Token) -> Bool {
    token.kind == .word && token.classes.contains(.speech) && token.classes.contains(.verb)
  }

  /// Whether a phrase names somebody or something that can say: a name, a person by office, a report.
  private func speaks(_ phrase: Range<Int>) -> Bool {
    if phrase.contains(where: { tokens[$0].isName }) { return true }
    return AttributionFinder.speakers.contains(
      sentence.units[tokens[phrase.upperBound - 1].range.upperBound - 1])
  }

  /// 人 (负责人), 长 (局长), 家 (专家), 员, 授, 告 (报告), 据 (数据), 报 (公报, 通报), 示 (公示), 统计
  private static let speakers = UnitSet("人长家员授告据报计者局会")
}
