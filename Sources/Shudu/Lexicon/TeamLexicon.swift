/// A team's own words, in tables of the same names and columns as those of the binary.
///
/// They are added to the binary's; where both have a word, the team's unit and the team's word classes hold.
public struct TeamLexicon: Sendable, Equatable {
  /// The tables that a team may add to.
  public static let tables = [
    "fixed-phrases", "names", "organizations", "people", "places", "units", "universities",
    "word-classes",
  ]

  private var texts: [String: String] = [:]

  public init() {}

  public var isEmpty: Bool { texts.isEmpty }

  /// Adds the text of a table, whose name is one of `tables`; remarks (`#`) are left out. Line breaks may be those of any system.
  public mutating func add(_ text: String, to table: String) {
    precondition(TeamLexicon.tables.contains(table))
    let lines = TeamLexicon.plain(text).split(separator: "\n").filter { $0.first != "#" }
    guard !lines.isEmpty else { return }
    texts[table, default: ""] += lines.joined(separator: "\n") + "\n"
  }

  /// The names and texts one after the other, for a hash; empty where nothing was added.
  public var bytes: [UInt8] {
    texts.sorted { $0.key < $1.key }.flatMap { Array("\u{0}\($0.key)\u{0}\($0.value)".utf8) }
  }

  func text(of table: String) -> String { texts[table] ?? "" }

  func rows(of table: String) -> [[String]] { EmbeddedTable(text: text(of: table)).rows }

  /// What is wrong with the first line of a table that says nothing; lines count from 1.
  public static func fault(in text: String, of table: String) -> (line: Int, reason: String)? {
    let lines = plain(text).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && line.first != "#" {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if let reason = reason(against: fields, of: table) { return (index + 1, reason) }
    }
    return nil
  }

  private static func reason(against fields: [String], of table: String) -> String? {
    let least =
      switch table {
      case "places": 4
      case "names", "organizations", "people", "units", "universities": 3
      default: 2
      }
    guard fields.count >= least else {
      return "\(fields.count) columns, tab-separated, where `\(table)` has \(least)"
    }
    switch table {
    case "names", "organizations", "people":
      let letters = [
        "given", "given-never", "letter", "name-never", "place-never", "surname", "surname-foreign",
        "surname-rare",
      ]
      guard letters.contains(fields[0]) || NameClass(table: fields[0]) != nil else {
        return "no class of names: `\(fields[0])`"
      }
    case "word-classes":
      for name in fields[1].split(separator: " ")
      where !WordClasses.names.contains(where: { $0.name == name }) {
        return "no class of words: `\(name)`"
      }
    case "fixed-phrases":
      guard FixedPhrases.Sort(rawValue: fields[0]) != nil else {
        return "no sort of phrases: `\(fields[0])`"
      }
    default: break
    }
    return nil
  }

  /// Without a byte order mark and carriage returns, and with a line break at the end.
  private static func plain(_ text: String) -> String {
    let bytes = text.utf8.filter { $0 != 0x0D }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let plain = String(decoding: bytes[start...], as: UTF8.self)
    return plain.isEmpty || plain.hasSuffix("\n") ? plain : plain + "\n"
  }
}
