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
  private static let mostCells: UInt64 = 20_000
  /// Cells for each of its features at most.
  private static let mostForEach: UInt64 = 256
  /// Numbers of bits that a value may take.
  private static let widths = UInt32.bitWidth + 1

  /// Gives each template the cells that hold most of its features: those of all values below two bounds.
  init(of features: some Sequence<Feature>) {
    let size = FeatureGrid.widths * FeatureGrid.widths
    var counts = [UInt32](repeating: 0, count: size << 8)
    var areas = [Area](repeating: Area(), count: 1 << 8)
    for feature in features {
      let index = Int(feature.template)
      areas[index].first = max(areas[index].first, feature.first + 1)
      areas[index].second = max(areas[index].second, feature.second + 1)
      let row = UInt32.bitWidth - feature.first.leadingZeroBitCount
      let column = UInt32.bitWidth - feature.second.leadingZeroBitCount
      counts[index * size + row * FeatureGrid.widths + column] += 1
    }
    var count: UInt32 = 0
    for index in areas.indices where areas[index].first > 0 {
      areas[index] = FeatureGrid.area(counts[index * size..<(index + 1) * size], in: areas[index])
      areas[index].start = count
      count += areas[index].first * areas[index].second
    }
    self.areas = FixedTable(areas)
    self.count = Int(count)
  }

  /// The cells of a template.
  ///
  /// - Parameters:
  ///   - counts: how many features it has, by the bits that their values take.
  ///   - all: an area that would hold all of them.
  private static func area(_ counts: ArraySlice<UInt32>, in all: Area) -> Area {
    var best = Area(isOpen: true)
    var most: UInt32 = 0
    // Of features whose first value takes no more bits than the row, by the bits of the second.
    var sums = [UInt32](repeating: 0, count: widths)
    for row in 0..<widths {
      var held: UInt32 = 0
      for column in 0..<widths {
        sums[column] += counts[counts.startIndex + row * widths + column]
        held += sums[column]
        let first = min(UInt64(all.first), 1 << UInt64(row))
        let second = min(UInt64(all.second), 1 << UInt64(column))
        guard held > most, first * second <= min(mostCells, UInt64(held) * mostForEach)
        else { continue }
        most = held
        best.first = UInt32(first)
        best.second = UInt32(second)
      }
    }
    best.isOpen = most < counts.reduce(0, +)
    return best
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
