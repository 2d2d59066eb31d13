/// The words that decide where a sentence goes on behind a quote or an ellipsis.
struct SentenceWords: Sendable {
  static let standard = SentenceWords()

  /// Verbs of saying.
  let speech: WordTrie
  /// What continues the sentence behind a closing quote.
  let binds: WordTrie
  /// What continues the sentence behind an ellipsis.
  let frame: WordTrie

  private init() {
    let rows = EmbeddedTable(named: "sentence-words").rows.filter { $0.count >= 2 }
    func words(_ name: String) -> WordTrie {
      WordTrie(strings: rows.filter { $0[1] == name }.map { (word: $0[0], payload: 0) })
    }
    speech = words("speech")
    binds = words("binds")
    frame = words("frame")
  }
}
