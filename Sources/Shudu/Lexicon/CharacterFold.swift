/// Folds full-width and traditional characters, one unit for one unit, so that recognizers read a single form.
///
/// NFKC would ruin figures (`①500` becomes `1500`) and lose offsets; this keeps lengths.
public struct CharacterFold: Sendable {
  public static let standard = CharacterFold()

  private let map: FixedTable<UInt16>

  init() {
    var map = Array(UInt16.min...UInt16.max)
    for unit in 0xFF01...0xFF5E { map[unit] = UInt16(unit - 0xFEE0) }
    map[0x3000] = 0x20
    map[0x00A0] = 0x20
    for row in EmbeddedTable(named: "traditional").rows where row.count >= 2 {
      let from = Array(row[0].utf16)
      let to = Array(row[1].utf16)
      if from.count == 1, to.count == 1 { map[Int(from[0])] = to[0] }
    }
    self.map = FixedTable(map)
  }

  /// The folded units, as many as given.
  public func fold(_ units: [UInt16]) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: units.count) { room, count in
      for index in units.indices { room[index] = map.known(Int(units[index])) }
      count = units.count
    }
  }

  public func fold(_ unit: UInt16) -> UInt16 { map[Int(unit)] }
}
