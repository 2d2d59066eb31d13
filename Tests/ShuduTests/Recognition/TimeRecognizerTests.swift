import Testing

@testable import Shudu

@Suite("Times")
struct TimeRecognizerTests {
  static let recognizer = TimeRecognizer()

  struct Case: CustomTestStringConvertible, Sendable {
    var marked: String
    var date: String
    var values: [String]

    var testDescription: String { marked }
  }

  static let cases: [Case] =
    ((try? CaseTable.rows("TimeRecognizer")) ?? []).compactMap { fields in
      guard fields.count >= 2 else { return nil }
      return Case(
        marked: fields[0], date: fields[1],
        values: fields.count > 2 ? fields[2].split(separator: " ").map(String.init) : [])
    }

  static func times(
    in units: [UInt16], date: String, topicYear: Int? = nil
  ) -> [(range: Range<Int>, time: TimeExpression, rule: String)] {
    var context = TimeContext(articleDate: CalendarDate(date), topicYear: topicYear)
    return recognizer.times(
      in: CharacterFold.standard.fold(units), range: 0..<units.count, context: &context
    ).compactMap { mention in
      guard case .time(let time) = mention.content else { return nil }
      return (mention.range, time, mention.rule)
    }
  }

  static func first(_ text: String, date: String = "2021-10-08") -> TimeExpression? {
    times(in: Array(text.utf16), date: date).first?.time
  }

  @Test("the case file is there")
  func caseFile() {
    #expect(Self.cases.count > 200)
  }

  @Test("marked text", arguments: cases)
  func markedText(_ expected: Case) {
    let (units, ranges) = CaseTable.unmarked(expected.marked)
    let found = Self.times(in: units, date: expected.date)
    #expect(found.map(\.range) == ranges)
    #expect(found.map { $0.time.value ?? "-" } == expected.values)
  }

  @Test("what the words say of the time's sort")
  func sorts() {
    #expect(Self.first("到2025年")?.sort == .goal)
    #expect(Self.first("2030年前")?.sort == .goal)
    #expect(Self.first("截至9月底")?.sort == .upTo)
    #expect(Self.first("今年以来")?.sort == .since)
    #expect(Self.first("日前")?.sort == .vague)
    #expect(Self.first("每年")?.sort == .repeated)
    #expect(Self.first("周一,")?.sort == .clock)
    #expect(Self.first("9月")?.sort == .calendar)
    #expect(Self.first("2025年")?.isAhead == true)
    #expect(Self.first("今年")?.isAhead == false)
    #expect(Self.first("9月")?.namesYear == false)
    #expect(Self.first("去年9月")?.namesYear == true)
  }

  @Test("a year inside a title or a comparison is not the time last named")
  func titlesAndBases() {
    let title = Self.times(in: Array("《2018年报告》印发,3月施行".utf16), date: "2021-10-08")
    #expect(title.map(\.rule) == ["time.title", "time.month"])
    #expect(title.map(\.time.value) == ["2018", "2021-03"])
    let basis = Self.times(in: Array("比2019年增长,3月转降".utf16), date: "2021-10-08")
    #expect(basis.map(\.rule) == ["time.basis", "time.month"])
    #expect(basis.map(\.time.value) == ["2019", "2021-03"])
  }

  @Test("a report's year dates what names none")
  func topicYear() {
    let found = Self.times(
      in: Array("年末有30家,比上年末多2家".utf16), date: "2021-09-08", topicYear: 2020)
    #expect(found.map(\.time.value) == ["2020-12-31", "2019-12-31"])
  }

  @Test("the time last named is carried within a paragraph and forgotten after it")
  func paragraphs() {
    var context = TimeContext(articleDate: CalendarDate("2021-10-08"))
    func value(_ text: String) -> String? {
      let units = Array(text.utf16)
      let found = Self.recognizer.times(in: units, range: 0..<units.count, context: &context)
      guard case .time(let time)? = found.first?.content else { return nil }
      return time.value
    }
    #expect(value("2019年3月开工。") == "2019-03")
    #expect(value("10月建成。") == "2019-10")
    context.beginParagraph()
    #expect(value("9月投产。") == "2021-09")
    #expect(value("同期增长5%。") == "2021-09")
  }

  @Test("lunar calendar: known days")
  func lunarCalendar() {
    let lunar = LunarCalendar()
    #expect(lunar.day(1, ofMonth: 1, of: 2020) == CalendarDate("2020-01-25"))
    #expect(lunar.day(5, ofMonth: 5, of: 2020) == CalendarDate("2020-06-25"))
    #expect(lunar.day(15, ofMonth: 8, of: 2023) == CalendarDate("2023-09-29"))
    #expect(lunar.day(0, ofMonth: 1, of: 2025) == CalendarDate("2025-01-28"))
    #expect(lunar.term(7, of: 2024) == CalendarDate("2024-04-04"))
    #expect(lunar.day(1, ofMonth: 1, of: 1800) == nil)
  }

  @Test("any text gives ascending, disjoint ranges and readable values")
  func properties() {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    let pieces = [
      "2020", "年", "月", "日", "1", "12", "-", "至", "到", "前", "后", "底", "三", "十", "季度", "去年", "今年",
      "上",
      "周", "五", "第", "“", "十四五", "”", "期间", "近", "以来", "截至", "自", "起", " ", "、", ".", "/", ":",
      "世纪",
      "个", "半", "农历", "初", "春节", "《", "》", "的", "份", "旬", "中", "末", "99", "号", "时", "点", "0", "每",
    ]
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<12 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        text += pieces[Int(state % UInt64(pieces.count))]
      }
      let units = Array(text.utf16)
      var end = 0
      for found in Self.times(in: units, date: "2021-10-08") {
        #expect(found.range.lowerBound >= end && !found.range.isEmpty, "\(text)")
        end = found.range.upperBound
        if let value = found.time.value {
          let ends = value.split(separator: "/", omittingEmptySubsequences: false)
          #expect(
            ends.count <= 2 && ends.allSatisfy { $0 == ".." || $0.utf8.count >= 4 }, "\(text)")
        }
      }
      #expect(end <= units.count)
    }
  }
}

@Suite("Times on pages")
struct TimesOnPagesTests {
  private func values(_ text: String) throws -> [String] {
    let article = try Reader.read(text: text)
    var scratch = Pipeline.Scratch()
    let result = Pipeline().process(
      article, options: .init(date: CalendarDate("2021-03-08"), key: "a"), scratch: &scratch)
    return result.mentions.joined().compactMap {
      guard case .time(let time) = $0.content else { return nil }
      return time.value
    }
  }

  @Test("a section's heading dates what names no year")
  func sectionHeadings() throws {
    let found = try values("# 某市概况\n\n## 2018年的工业建设情况\n\n年末有工厂30家,9月新增2家。\n")
    #expect(found == ["2018", "2018-12-31", "2018-09"])
  }

  @Test("each paragraph begins anew")
  func paragraphs() throws {
    let found = try values("# 某市概况\n\n工厂2018年3月开工。\n\n2月新增两家。\n")
    #expect(found == ["2018-03", "2021-02"])
  }
}
