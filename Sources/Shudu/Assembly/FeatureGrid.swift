/// Where the weights of features with small values stand: in cells, by template and both values.
///
/// Most templates have small numbers as values, traits of words above all; the others have no cells.
struct FeatureGrid: Sendable {
  /// The cells of one template.
  private struct Area: Sendable, BitwiseCopyable {
    var start: UInt32 = 0
    /// Values from 0 on that have cells: none where the template has no grid.
    var first: UInt32 = 0
    var second: UInt32 = 0
    /// Whether features beyond the grid may have weights.
    var isOpen = false
  }

  /// Where a feature's weight stands.
  enum Place {
    case cell(Int)
    /// Not in the grid.
    case beyond
    /// Nowhere: it has none.
    case none
  }

  private let areas: FixedTable<Area>
  /// Cells of all templates.
  let count: Int

  /// Cells that a template has at most.
  private static let mostCells = 20_000

  /// Gives each template cells for all of its features, else for those with small values, if there is room for them.
  init(of features: some Sequence<Feature>) {
    var areas = [Area](repeating: Area(), count: 1 << 8)
    for limit in [UInt32.max, 64] {
      var found = areas
      for feature in features where areas[Int(feature.template)].first == 0 {
        let index = Int(feature.template)
        if feature.first < limit {
          found[index].first = max(found[index].first, feature.first + 1)
          found[index].second = max(found[index].second, feature.second + 1)
        } else {
          found[index].isOpen = true
        }
      }
      for index in areas.indices {
        let size = UInt64(found[index].first) * UInt64(found[index].second)
        areas[index] = size > FeatureGrid.mostCells ? Area(isOpen: true) : found[index]
      }
    }
    var count: UInt32 = 0
    for index in areas.indices {
      areas[index].start = count
      count += areas[index].first * areas[index].second
    }
    self.areas = FixedTable(areas)
    self.count = Int(count)
  }

  @inline(__always)
  func place(of feature: Feature) -> Place {
    let area = areas.known(Int(feature.template))
    if feature.first < area.first, feature.second < area.second {
      return .cell(Int(area.start &+ feature.first &* area.second &+ feature.second))
    }
    return area.isOpen ? .beyond : .none
  }
}
