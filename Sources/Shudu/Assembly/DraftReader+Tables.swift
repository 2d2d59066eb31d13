/// Facts that the heads of a table tell.
extension DraftReader {
  /// The draft of a cell that holds a figure and nothing else; what no head tells comes from the section around.
  func draft(
    _ sentence: TokenizedSentence, by reading: TableReading, carried: TimeChoice?
  ) -> FactDraft? {
    guard let at = sentence.tokens.firstIndex(where: \.isQuantity),
      let quantity = sentence.quantity(at: at), quantity.isFactual
    else { return nil }
    let draft = FactDraft(
      sentence: index - 1, site: QuantitySite(at, in: sentence), range: sentence.tokens[at].range,
      quantity: quantity)
    // `0.57` under 系数 is how large that is, `18:1` how two things stand to each other.
    if draft.aspect == .ratio, sentence.mentions.first?.rule == "quantity.table" {
      draft.aspect = .level
    }
    // The finder looks for the owner around the figure, and the measure stands elsewhere.
    if reading.owner == nil {
      let scene = SubjectScene(SubjectFinder(sentence), history, chooser.subject)
      chooser.chooseSubject(of: draft, scene, after: [])
    }
    reading.fill(draft)
    draft.time = reading.time ?? carried
    draft.time?.close(for: draft.status)
    if let rule = draft.subject?.rule { draft.rules.append(rule) }
    if let rule = draft.time?.rule { draft.rules.append(rule) }
    return draft
  }
}
