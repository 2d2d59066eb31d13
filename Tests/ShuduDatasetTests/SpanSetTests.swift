import Testing

@testable import ShuduDataset

@Suite struct SpanSetTests {
  @Test func halfOpenSpansTouchWhereTheyShareACharacter() {
    let set = SpanSet([[10, 12], [3, 5], [4, 8], [20, 21]])
    #expect(set.touches([[7, 9]]) && set.touches([[0, 4]]) && set.touches([[0, 30]]))
    #expect(!set.touches([[8, 10]]) && !set.touches([[12, 20]]) && !set.touches([[21, 22]]))
    #expect(
      set.touches([[12, 13], [20, 21]]) && !set.touches([]) && !SpanSet([]).touches([[0, 1]]))
  }
}
