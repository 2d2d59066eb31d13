import Testing

@testable import Shudu

@Suite struct UnitTableTests {
  let table = UnitTable.standard

  @Test func holdsCountersAndCurrencies() {
    let counters = Set(table.entries.filter { $0.kind == .count }.map(\.word))
    #expect(counters.count >= 250)
    let codes = Set(table.entries.filter { $0.kind == .money }.map(\.unit.code))
    let iso = codes.filter { $0.utf8.count == 3 }
    #expect(iso.count >= 160)
    for code in ["CNY", "USD", "EUR", "JPY", "HKD", "TWD", "MOP", "XDR"] {
      #expect(codes.contains(code))
    }
  }

  @Test func everyFactorIsANumber() {
    for entry in table.entries {
      #expect(entry.unit.factor.apply(ExactDecimal(1)) != nil, "\(entry.unit.code)")
      #expect(!entry.word.isEmpty && !entry.unit.code.isEmpty && !entry.unit.standard.isEmpty)
    }
  }

  @Test(arguments: [
    ("3.6亿立方米", "360000000", "m3"), ("50mg/m³", "0.00005", "kg/m3"),
    ("500亩", "333333.333333333333", "m2"), ("六斤八两", "3.4", "kg"), ("2小时30分", "150", "min"),
    ("五块六毛", "5.6", "CNY"), ("98.6华氏度", "37", "Cel"), ("4.5折", "45", "%"), ("三成", "30", "%"),
    ("25个基点", "0.25", "{pp}"), ("12.5亿千瓦时", "4500000000000000", "J"), ("三双", "6", "1"),
    ("600元/吨", "0.6", "CNY/kg"), ("120km/h", "33.333333333333", "m/s"), ("3.2‰", "0.32", "%"),
  ])
  func normalizesExactly(text: String, value: String, unit: String) throws {
    let units = CharacterFold.standard.fold(Array(text.utf16))
    let mention = try #require(
      QuantityRecognizer().quantities(in: units, range: 0..<units.count).first)
    guard case .quantity(let quantity) = mention.content else { return }
    let normalized = try #require(quantity.normalized())
    #expect(normalized.value?.description == value)
    #expect(normalized.unit == unit)
  }

  @Test func takesATeamsOwnRows() throws {
    let own = "# our units\n@paper\t{ream}\tmeasure\n捆纸\t{捆纸}\tpaper\t5\n亩\t{大亩}\tarea\t1000\n"
    let recognizer = QuantityRecognizer(table: UnitTable(adding: own))
    let units = Array("用纸12捆纸,种地3亩".utf16)
    let codes = recognizer.quantities(in: units, range: 0..<units.count).compactMap {
      if case .quantity(let quantity) = $0.content { quantity.unit?.unit } else { nil }
    }
    #expect(codes.map(\.code) == ["{捆纸}", "{大亩}"])
    #expect(codes.map(\.dimension) == ["paper", "area"])
    #expect(codes.first?.standard == "{ream}")
  }
}
