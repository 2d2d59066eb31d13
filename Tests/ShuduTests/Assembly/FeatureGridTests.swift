import Testing

@testable import Shudu

/// Where features with small values have their weights.
@Suite struct FeatureGridTests {
  private func cell(_ grid: FeatureGrid, _ feature: Feature) -> Int? {
    guard case .cell(let cell) = grid.place(of: feature) else { return nil }
    return cell
  }

  @Test func smallValuesHaveCellsOfTheirOwn() {
    let features = (0..<3).flatMap { first in
      (0..<5).map { Feature(.nameBefore, first, $0) } + [Feature(.nameEdges, first)]
    }
    let grid = FeatureGrid(of: features)
    let cells = features.compactMap { cell(grid, $0) }
    #expect(Set(cells).count == features.count)
    #expect(cells.allSatisfy { $0 < grid.count })
  }

  @Test func charactersHaveNone() {
    let grid = FeatureGrid(of: [Feature(.nameUnit, 0, 0x4E00), Feature(.nameUnit, 5, 0x4E00)])
    guard case .beyond = grid.place(of: Feature(.nameUnit, 0, 0x4E00)) else {
      Issue.record("a template of characters has cells")
      return
    }
    #expect(grid.count == 0)
  }

  @Test func aTemplateWithoutFeaturesHasNoWeights() {
    let grid = FeatureGrid(of: [Feature(.nameEdges, 1)])
    guard case .none = grid.place(of: Feature(.nameCross, 1)) else {
      Issue.record("a template that has no weight is looked up")
      return
    }
  }
}
