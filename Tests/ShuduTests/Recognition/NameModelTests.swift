import Testing

@testable import Shudu

/// Weights of all kinds of names at once.
@Suite struct NameModelTests {
  @Test func aFeatureWeighsForEachKindByItself() {
    let place = Feature(.nameUnit, NameKind.place.number << 24, 7)
    let person = Feature(.nameUnit, 0, 7)
    let model = NameModel(weights: [place: 40, person: -3])
    let row = model.row(of: Feature(.nameUnit, 0, 7))
    #expect(row[NameKind.place.number] == 40)
    #expect(row[NameKind.person.number] == -3)
    #expect(row[NameKind.event.number] == 0)
    #expect(model.row(of: Feature(.nameUnit, 0, 8)) == .zero)
  }

  @Test func aFeatureOfSomeKindsWeighsForNoOther() {
    let features: [Feature: Int32] = [
      Feature(.nameRule, NameKind.place.number << 24, 3): 5,
      Feature(.nameRule, NameKind.event.number << 24, 3): 7,
    ]
    let model = NameModel(weights: features)
    var support = NameSupport(model)
    support.add(Feature(.nameRule, 0, 3), to: .place, by: model)
    #expect(support.sums[NameKind.place.number] == 5)
    #expect(support.sums[NameKind.event.number] == 0)
  }
}
