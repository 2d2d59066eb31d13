extension CalendarDate {
  /// Reads the ways in which files declare a day, at the beginning of a text: `2020-12-30`,
  /// `2020/12/30`, `2020.12.30`, `20201230`, `2020年12月30日`, with or without a time behind it.
  public init?(declared text: String) {
    var numbers: [Int] = []
    var digits = 0
    var value = 0
    func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
      "-/.年月日T ".unicodeScalars.contains(scalar)
    }
    for scalar in text.unicodeScalars.prefix(32) {
      if ("0"..."9").contains(scalar) {
        value = value * 10 + Int(scalar.value - 0x30)
        digits += 1
        guard digits <= 8 else { return nil }
        continue
      }
      if digits == 0, numbers.isEmpty, scalar == " " { continue }
      guard digits > 0, isSeparator(scalar) else { break }
      numbers.append(value)
      value = 0
      digits = 0
      if numbers.count == 3 { break }
    }
    if digits > 0, numbers.count < 3 { numbers.append(value) }
    if numbers.count == 1, numbers[0] > 9_999_999 {
      numbers = [numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100]
    }
    guard numbers.count == 3, numbers[0] >= 1000 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
