import Shudu

/// Every stage's result for a person to read.
struct Explanation {
  let result: Pipeline.Result
  let usesColor: Bool

  func text() -> String {
    var lines: [String] = []
    let date = result.date.date.map(\.description) ?? "none"
    lines.append(title("Article") + " date \(date) (\(result.date.origin.rawValue))")
    lines.append("")
    lines.append(title("Layout"))
    for (index, paragraph) in result.page.paragraphs.enumerated() {
      let role = ExplanationWriter.name(of: paragraph.role)
      let start = paragraph.text.sourceOffset(of: 0)
      let pieces = paragraph.text.source(of: 0..<paragraph.text.count).count
      var note = ""
      if let repeats = paragraph.repeats { note += " repeats \(repeats)" }
      if let heading = paragraph.heading { note += " under \(heading)" }
      if paragraph.article > 0 { note += " article \(paragraph.article)" }
      lines.append(
        "  \(index) \(paint(role, .role)) @\(result.article.source.scalarOffset(of: start))"
          + " in \(pieces) piece\(pieces == 1 ? "" : "s")\(note): \(shortened(paragraph))")
    }
    for join in result.page.joins {
      let source = result.article.source
      lines.append(
        "  joined \(source.scalarOffset(of: join.tail)) → \(source.scalarOffset(of: join.head))")
    }
    lines.append("")
    lines.append(title("Sentences"))
    for (index, sentence) in result.sentences.enumerated() {
      lines.append("  " + marked(sentence, result.mentions[index]))
    }
    lines.append("")
    lines.append(title("Facts"))
    for fact in result.facts { lines += describe(fact) }
    if result.facts.isEmpty { lines.append("  none") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(_ fact: Fact) -> [String] {
    var parts = [paint(fact.quote.text, .quantity)]
    parts.append("= \(value(of: fact))")
    parts.append("\(fact.quantity.kind.rawValue), \(fact.aspect.rawValue)")
    var lines = ["  " + parts.joined(separator: " ")]
    func field(_ name: String, _ text: String?) {
      if let text { lines.append("      \(name.padding(to: 10)) \(text.harmless)") }
    }
    field("measure", fact.measure?.text)
    field(
      "subject",
      fact.subject.map {
        $0.name.text + ($0.resolvedFrom.map { " (for \($0.text))" } ?? "")
          + ($0.isInherited ? " (told before)" : "")
      })
    field("verb", fact.predicate?.text)
    field(
      "time",
      fact.time.map {
        "\($0.words.text) = \($0.value ?? "not fixed")" + ($0.isInherited ? " (told before)" : "")
      })
    field("status", fact.status.rawValue)
    field("change", fact.change.map { "\($0.direction.rawValue), \($0.basis.rawValue)" })
    field("share of", fact.shareOf?.text)
    field("per", fact.per.isEmpty ? nil : fact.per.joined(separator: ", "))
    field("said by", fact.attribution?.text)
    field("same as", fact.sameAs)
    field("rules", fact.rules.joined(separator: ", "))
    return lines
  }

  private func value(of fact: Fact) -> String {
    let quantity = fact.quantity
    let number: String
    if let value = quantity.value {
      number = value.description
    } else {
      let low = quantity.minimum?.description ?? ".."
      number = "\(low)–\(quantity.maximum?.description ?? "..")"
    }
    let bound = quantity.approximation == .exact ? "" : "\(quantity.approximation.rawValue) "
    return bound + number + (fact.unit.map { " \($0.text.harmless)" } ?? "")
  }

  private func shortened(_ paragraph: Paragraph) -> String {
    let text = paragraph.text.text(in: 0..<min(paragraph.text.count, 40))
    return text.harmless + (paragraph.text.count > 40 ? "…" : "")
  }

  private func marked(_ sentence: Sentence, _ mentions: [Mention]) -> String {
    let text = result.page.paragraphs[sentence.paragraph].text
    var line = ""
    var at = sentence.range.lowerBound
    for mention in mentions {
      line += text.text(in: at..<mention.range.lowerBound).harmless
      let words = text.text(in: mention.range)
      switch mention.content {
      case .quantity: line += paint(words, .quantity)
      case .time: line += paint(words, .time)
      case .name: line += paint(words, .name)
      }
      at = mention.range.upperBound
    }
    return line + text.text(in: at..<sentence.range.upperBound).harmless
  }

  // MARK: Colours

  private enum Ink: String {
    case quantity = "1;33"
    case time = "36"
    case name = "35"
    case role = "2"
    case title = "1;4"
  }

  private func title(_ text: String) -> String { usesColor ? paint(text, .title) : "== \(text)" }

  /// The text in colour, or between the marks of its kind where there is none.
  private func paint(_ text: String, _ ink: Ink) -> String {
    let text = text.harmless
    if usesColor { return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" }
    switch ink {
    case .quantity: return "⟦\(text)⟧"
    case .time: return "⟨\(text)⟩"
    case .name: return "{\(text)}"
    case .role, .title: return text
    }
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
