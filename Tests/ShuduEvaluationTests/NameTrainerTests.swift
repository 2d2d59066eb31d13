import Testing

@testable import Shudu
@testable import ShuduEvaluation

/// Learning which stretches of a sentence are its names.
@Suite struct NameTrainerTests {
  private func choice(_ range: Range<Int>, _ values: Int...) -> NameRecognizer.Choice {
    NameRecognizer.Choice(
      range: range, kind: .place, features: values.map { Feature(.nameTokens, $0) })
  }

  private func sentence(
    _ choices: [NameRecognizer.Choice], right: Set<Int>
  ) -> NameTrainer.Sentence {
    NameTrainer.Sentence(
      range: 0..<6, choices: choices, isRight: choices.indices.map { right.contains($0) })
  }

  /// Stretches that cross each other, of features 0 to 3.
  private var crossing: NameTrainer.Sentence {
    sentence([choice(0..<2, 0), choice(0..<4, 1, 3), choice(2..<4, 0, 2)], right: [0, 2])
  }

  private func table(_ sentences: [NameTrainer.Sentence]) -> ReadingTable {
    var table = ReadingTable()
    for sentence in sentences {
      table.append(sentence) { $0.map { Int32($0.first) } }
    }
    return table
  }

  @Test func allReadingsAreAsLikelyWithoutWeights() {
    // Readings: none, each of three alone, the first and the third together.
    var slopes = [0.0, 0, 0, 0]
    let loss = table([crossing]).loss(at: [0, 0, 0, 0], penalty: 0, slopes: &slopes)
    #expect(abs(loss - 1.6094379) < 1e-6)
    #expect(abs(slopes[1] - 0.2) < 1e-9)
    #expect(abs(slopes[2] + 0.6) < 1e-9)
  }

  @Test func slopesAreThoseOfTheLoss() {
    let table = table([crossing, sentence([choice(1..<5, 1), choice(3..<6, 2, 3)], right: [1])])
    let point = [0.3, -0.2, 0.5, 0.1]
    var slopes = [0.0, 0, 0, 0]
    var unused = slopes
    _ = table.loss(at: point, penalty: 0.7, slopes: &slopes)
    for index in point.indices {
      var (low, high) = (point, point)
      low[index] -= 1e-5
      high[index] += 1e-5
      let rise =
        table.loss(at: high, penalty: 0.7, slopes: &unused)
        - table.loss(at: low, penalty: 0.7, slopes: &unused)
      #expect(abs(rise / 2e-5 - slopes[index]) < 1e-5)
    }
  }

  @Test func whatNamesHaveWeighsForThem() {
    let sentences = (0..<8).map { _ in
      sentence([choice(0..<2, 7), choice(3..<5, 8)], right: [0])
    }
    let weights = NameTrainer().train(sentences)
    #expect(weights[Feature(.nameTokens, 7)] ?? 0 > 0)
    #expect(weights[Feature(.nameTokens, 8)] ?? 0 < 0)
  }

  @Test func whatFewStretchesHaveWeighsNothing() {
    let weights = NameTrainer().train([sentence([choice(0..<2, 7)], right: [0])])
    #expect(weights.isEmpty)
  }
}

/// Where annotated names stand in a sentence.
@Suite struct NameAlignmentTests {
  private func right(
    _ text: String, _ names: [(String, NameKind)], _ choices: [(Range<Int>, NameKind)]
  ) -> [(range: Range<Int>, isRight: Bool)] {
    let alignment = NameAlignment(names.map { GoldName(text: $0.0, type: $0.1.rawValue) })
    let units = CharacterFold.standard.fold(Array(text.utf16))
    let sentence = alignment.sentence(
      choices.map { NameRecognizer.Choice(range: $0.0, kind: $0.1, features: []) }, in: units,
      range: 0..<units.count)
    return zip(sentence.choices, sentence.isRight).map { ($0.range, $1) }
  }

  @Test func aStretchIsRightWhereTextAndKindAre() {
    let found = right(
      "澜陵外贸增长", [("澜陵", .place)], [(0..<2, .organization), (0..<2, .place), (2..<4, .place)])
    #expect(found.map(\.isRight) == [false, true, false])
  }

  @Test func theLongestNameTakesItsCharacters() {
    let found = right(
      "澜陵大学扩建", [("澜陵", .place), ("澜陵大学", .organization)],
      [(0..<2, .place), (0..<4, .organization)])
    #expect(found.map(\.isRight) == [false, true])
  }

  @Test func stretchesThatCrossANameWithoutOptionAreLeftOut() {
    let found = right("澜陵大学扩建", [("澜陵大学", .organization)], [(0..<2, .place), (4..<6, .place)])
    #expect(found.map(\.range) == [4..<6])
  }

  @Test func aQuotationMarkWithinHasItsPair() {
    let found = right("推行“澜陵”计划", [("澜陵计划", .program)], [(2..<8, .program)])
    #expect(found.map(\.isRight) == [true])
  }
}
