extension Pipeline.Result {
  /// A sentence as records quote it.
  public struct SentenceText: Sendable {
    /// The same as in the records of its facts.
    public var id: String
    public var words: Fact.Evidence
  }

  /// All sentences, those without facts too, in reading order.
  public func sentenceTexts(key: String) -> [SentenceText] {
    sentences.map { sentence in
      let words = page.paragraphs[sentence.paragraph].text.evidence(of: sentence.range)
      return SentenceText(id: StableHash.ofSentence(words.text, key: key).text, words: words)
    }
  }
}

extension StableHash {
  /// What the ids of a sentence and of its facts are made from.
  static func ofSentence(_ text: String, key: String) -> StableHash {
    var hash = StableHash()
    hash.combine(key)
    hash.combine(text)
    return hash
  }
}
