import Shudu

/// Where the annotated names of an article stand in its sentences: the longest first, each character once.
struct NameAlignment {
  private let names: [(units: [UInt16], kind: NameKind)]

  private static let left = Set("*“” \t\n".utf16)

  init(_ gold: [GoldName]) {
    var names: [(units: [UInt16], kind: NameKind)] = []
    for name in gold {
      guard let kind = NameKind(rawValue: name.type) else { continue }
      let units = CharacterFold.standard.fold(Array(name.text.utf16))
        .filter { !NameAlignment.left.contains($0) }
      if !units.isEmpty { names.append((units, kind)) }
    }
    self.names = names.enumerated().sorted {
      $0.element.units.count != $1.element.units.count
        ? $0.element.units.count > $1.element.units.count : $0.offset < $1.offset
    }.map(\.element)
  }

  /// Marks a sentence's stretches that are names; leaves out those that cross a name which none of them is.
  func sentence(
    _ choices: [NameRecognizer.Choice], in units: [UInt16], range: Range<Int>
  ) -> NameTrainer.Sentence {
    let spans = spans(in: units, range: range)
    var kept: [NameRecognizer.Choice] = []
    var isRight: [Bool] = []
    let missing = spans.filter { span in
      !choices.contains { $0.range == span.range && $0.kind == span.kind }
    }
    for choice in choices {
      guard !missing.contains(where: { $0.range.overlaps(choice.range) }) else { continue }
      kept.append(choice)
      isRight.append(spans.contains { $0.range == choice.range && $0.kind == choice.kind })
    }
    return NameTrainer.Sentence(range: range, choices: kept, isRight: isRight)
  }

  private func spans(
    in units: [UInt16], range: Range<Int>
  ) -> [(range: Range<Int>, kind: NameKind)] {
    let kept = range.filter { !NameAlignment.left.contains(units[$0]) }
    let bare = kept.map { units[$0] }
    var isTaken = [Bool](repeating: false, count: bare.count)
    var spans: [(range: Range<Int>, kind: NameKind)] = []
    for name in names where name.units.count <= bare.count {
      for start in 0...(bare.count - name.units.count) where bare[start] == name.units[0] {
        let end = start + name.units.count
        guard bare[start..<end].elementsEqual(name.units),
          !isTaken[start..<end].contains(true)
        else { continue }
        for index in start..<end { isTaken[index] = true }
        spans.append((quoted(kept[start]..<kept[end - 1] + 1, in: units, range), name.kind))
      }
    }
    return spans
  }

  /// With the quotation mark before or after it whose pair stands within.
  private func quoted(
    _ span: Range<Int>, in units: [UInt16], _ range: Range<Int>
  ) -> Range<Int> {
    let open = units[span].lastIndex(of: 0x201C)
    let close = units[span].firstIndex(of: 0x201D)
    var result = span
    if let close, units[span].firstIndex(of: 0x201C).map({ close < $0 }) ?? true,
      span.lowerBound > range.lowerBound, units[span.lowerBound - 1] == 0x201C
    {
      result = span.lowerBound - 1..<result.upperBound
    }
    if let open, units[span].lastIndex(of: 0x201D).map({ $0 < open }) ?? true,
      span.upperBound < range.upperBound, units[span.upperBound] == 0x201D
    {
      result = result.lowerBound..<span.upperBound + 1
    }
    return result
  }
}
