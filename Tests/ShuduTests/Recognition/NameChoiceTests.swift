import Testing

@testable import Shudu

/// The disjoint stretches that together weigh most.
@Suite struct NameChoiceTests {
  private func best(_ ranges: [Range<Int>], _ weights: [Int32]) -> [Range<Int>] {
    let stretches = zip(ranges, weights).map {
      NameChoice.Stretch(range: $0, kind: .place, weight: $1, rule: .likely)
    }
    return NameChoice(stretches: stretches).best().map(\.range)
  }

  @Test func whatWeighsLessThanNothingIsNoName() {
    #expect(best([0..<2], [-1]).isEmpty)
    #expect(best([0..<2], [1]) == [0..<2])
  }

  @Test func twoShortOnesMayOutweighTheLongOne() {
    #expect(best([0..<2, 0..<5, 2..<5], [3, 5, 3]) == [0..<2, 2..<5])
    #expect(best([0..<2, 0..<5, 2..<5], [3, 5, 1]) == [0..<5])
  }

  @Test func whatStandsApartIsAllChosenButWhatWeighsAgainst() {
    #expect(best([0..<2, 2..<4, 6..<9], [3, -1, 5]) == [0..<2, 6..<9])
  }
}
