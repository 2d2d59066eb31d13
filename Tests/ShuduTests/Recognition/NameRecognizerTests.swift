import Testing

@testable import Shudu

@Suite struct NameRecognizerTests {
  let recognizer = NameRecognizer()

  @Test func findsCases() throws {
    for row in try CaseTable.rows("NameRecognizer") {
      let (original, ranges) = CaseTable.unmarked(row[0])
      let units = CharacterFold.standard.fold(original)
      var context = NameContext()
      let found = recognizer.names(in: units, range: 0..<units.count, context: &context)
      #expect(
        found.map { string(units, $0.range) } == ranges.map { string(units, $0) },
        "\(row[0]) (\(row[2]))")
      #expect(found.map(\.kind).joined(separator: ",") == row[1], "\(row[0]) (\(row[2]))")
    }
  }
}

extension Mention {
  fileprivate var kind: String {
    guard case .name(let kind) = content else { return "" }
    return kind.rawValue
  }
}
