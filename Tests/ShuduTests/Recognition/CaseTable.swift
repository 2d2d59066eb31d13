import Foundation

@testable import Shudu

/// Marked texts of a case file in `Tests/Cases/`, which other tools can read too.
enum CaseTable {
  /// Fields of each line of `Tests/Cases/NAME.tsv`, remarks left out.
  static func rows(_ name: String) throws -> [[String]] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url = tests.appendingPathComponent("Cases/\(name).tsv")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// A text without its marks, and the UTF-16 ranges that they enclosed.
  static func unmarked(_ text: String) -> (units: [UInt16], ranges: [Range<Int>]) {
    var units: [UInt16] = []
    var ranges: [Range<Int>] = []
    var start = 0
    for unit in text.utf16 {
      switch unit {
      case 0x27E6: start = units.count
      case 0x27E7: ranges.append(start..<units.count)
      default: units.append(unit)
      }
    }
    return (units, ranges)
  }
}

func string(_ units: [UInt16], _ range: Range<Int>) -> String {
  String(decoding: units[range], as: UTF16.self)
}
