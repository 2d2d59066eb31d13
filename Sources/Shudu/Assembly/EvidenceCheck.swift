/// The last look before a record leaves: can its words be cut out of the file where it says they stand?
///
/// Earlier stages hand places on through joins, folding and decoding; a slip in any of them would put a
/// reviewer in front of the wrong words. Compares the article's units with the file's, run by run; what the
/// file spells otherwise (an HTML entity) is held to its place only. Cost: linear in the words.
struct EvidenceCheck {
  let page: Page
  let source: SourceText

  /// Whether a draft may become a record: it has a number, and sentence and quote stand in the file.
  func isSound(_ draft: FactDraft, in sentence: Sentence) -> Bool {
    let quantity = draft.quantity
    guard quantity.value != nil || quantity.minimum != nil || quantity.maximum != nil else {
      return false
    }
    return sentence.range.lowerBound <= draft.range.lowerBound
      && draft.range.upperBound <= sentence.range.upperBound
      && stands(Citation(sentence.paragraph, draft.range))
  }

  /// Whether all words of a citation stand in the file.
  func stands(_ citation: Citation) -> Bool {
    guard page.paragraphs.indices.contains(citation.paragraph), !citation.ranges.isEmpty else {
      return false
    }
    let text = page.paragraphs[citation.paragraph].text
    return citation.ranges.allSatisfy { stands($0, in: text) }
      && citation.rest.allSatisfy { stands($0) }
  }

  private func stands(_ range: Range<Int>, in text: MappedText) -> Bool {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= text.count else {
      return false
    }
    var isSound = true
    text.forEachPiece(of: range) { isSound = isSound && stands($0, in: text) }
    return isSound
  }

  private func stands(_ piece: MappedText.Piece, in text: MappedText) -> Bool {
    guard !piece.source.isEmpty, piece.source.lowerBound >= 0,
      piece.source.upperBound <= source.units.count
    else { return false }
    if piece.isDecoded { return true }
    guard piece.source.count == piece.range.count else { return false }
    let shift = piece.source.lowerBound - piece.range.lowerBound
    for at in piece.range where source.units[at + shift] != text.units[at] { return false }
    return true
  }
}
