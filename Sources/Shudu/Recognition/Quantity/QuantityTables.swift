/// The word tables of the quantity recognizer, and the units that its grammar itself names.
final class QuantityTables: Sendable {
  let units: UnitTable
  let phrases: FixedPhrases
  let words = QuantityWords.standard
  let numerals = NumeralReader()
  let percent: UnitTable.Entry?
  let point: UnitTable.Entry?
  let month: UnitTable.Entry?
  let hour: UnitTable.Entry?
  let minute: UnitTable.Entry?
  let cent: UnitTable.Entry?
  let piece: UnitTable.Entry?
  let yuan: UnitTable.Entry?
  let kilowattHour: UnitTable.Entry?
  let degreeOfAngle: UnitTable.Entry?
  let fahrenheit: UnitTable.Entry?
  let discount: UnitTable.Entry?
  let doubling: UnitTable.Entry?
  let multiple: UnitTable.Entry?

  init(units: UnitTable, phrases: FixedPhrases) {
    self.units = units
    self.phrases = phrases
    percent = units.entry(of: "%")
    point = units.entry(of: "百分点")
    month = units.entry(of: "个月")
    hour = units.entry(of: "小时")
    minute = units.entry(of: "分钟")
    cent = units.entry(of: "分钱")
    piece = units.entry(of: "个")
    yuan = units.entry(of: "块钱")
    kilowattHour = units.entry(of: "度电")
    degreeOfAngle = units.entry(of: "度角")
    fahrenheit = units.entry(of: "华氏度")
    discount = units.entry(of: "折")
    doubling = units.entry(of: "番")
    multiple = units.entry(of: "倍")
  }
}
