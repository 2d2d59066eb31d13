import Foundation
import Testing

/// The filters: exactly one line out for each line in, in the same order, exit code 0.
@Suite struct FilterTests {
  static let lines: [(line: String, id: String?, code: String?)] = [
    (#"{"id":"a","text":"新建粮库3座,同比增长20%。"}"#, "a", nil),
    ("", nil, "bad_record"),
    ("{", nil, "bad_record"),
    (#"["id"]"#, nil, "bad_record"),
    (#"{"id":"b"}"#, "b", "bad_record"),
    (#"{"id":"c","text":7}"#, "c", "bad_record"),
    (#"{"text":"新建粮库3座。"}"#, nil, "bad_record"),
    (#"{"id":"d","text":"新建粮库3座。","date":"2023-02-30"}"#, "d", "bad_date"),
    (#"{"id":"e","text":"新建粮库3座。","date":20230228}"#, "e", "bad_record"),
    (#"{"id":"f","text":"---\ndate: gestern\n---\n新建粮库3座。"}"#, "f", "bad_date"),
    (#"{"id":"g","text":"\ud800"}"#, nil, "bad_record"),
    (#"{"id":"h","text":"\udc00\ud800"}"#, nil, "bad_record"),
    (#"{"id":12,"text":"\ud842\udfb7新建粮库3座。"}"#, "12", nil),
    (#"{"id":"i","text":""}"#, "i", nil),
    (#"{"id":"j","text":"新建粮库3座。","date":null,"more":[{"x":"]"}]}"# + "\r", "j", nil),
    (#"{"id":"k","text":"去年新建粮库3座。","date":"2021-05-06"}"#, "k", nil),
  ]

  @Test(arguments: ["extract", "recognize"])
  func oneLineOutForEachLineIn(_ command: String) throws {
    var input = Data()
    for (line, _, _) in FilterTests.lines { input += Data((line + "\n").utf8) }
    input += [0x22, 0xFF, 0xFE, 0x22, 0x0A]
    // The last line needs no line break.
    input += Data(#"{"id":"z","text":"储粮12.5万吨。"}"#.utf8)
    let output = try Program.run([command, "--jsonl", "--date", "2010-01-01"], input: input)
    #expect(output.code == 0 && output.complaints.isEmpty)
    let answers = try output.objects()
    #expect(answers.count == FilterTests.lines.count + 2)
    let result = command == "extract" ? "facts" : "mentions"
    for (answer, (line, id, code)) in zip(answers, FilterTests.lines) {
      #expect(answer["id"] as? String == id, "\(line)")
      let error = answer["error"] as? [String: Any]
      #expect(error?["code"] as? String == code, "\(line)")
      #expect((answer[result] != nil) == (code == nil), "\(line)")
    }
    let broken = answers[FilterTests.lines.count]["error"] as? [String: Any]
    #expect(broken?["code"] as? String == "bad_encoding")
    #expect((answers.last?[result] as? [Any])?.count == 1)
    let dated = answers[FilterTests.lines.count - 1][result] as? [[String: Any]]
    #expect(dated?.contains { "\($0)".contains("2020") } == true)
  }

  @Test(arguments: ["extract", "recognize"])
  func anOverlongLineIsOneError(_ command: String) throws {
    let good = #"{"id":"a","text":"新建粮库3座。"}"# + "\n"
    let long = #"{"id":"b","text":""# + String(repeating: "粮", count: 100_000) + "\"}\n"
    let output = try Program.run(
      [command, "--jsonl", "--max-size", "100000"], input: Data((good + long + good).utf8))
    #expect(output.code == 0)
    let answers = try output.objects()
    #expect(answers.count == 3)
    #expect((answers[1]["error"] as? [String: Any])?["code"] as? String == "too_large")
    #expect(answers[0]["id"] as? String == "a" && answers[2]["id"] as? String == "a")
  }

  @Test(arguments: ["extract", "recognize"])
  func nothingInNothingOut(_ command: String) throws {
    let output = try Program.run([command, "--jsonl"])
    #expect(output.code == 0 && output.bytes.isEmpty && output.complaints.isEmpty)
  }

  /// A caller may wait for each answer before it asks on.
  @Test func answersBeforeTheInputEnds() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["recognize", "--jsonl"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for id in 0..<3 {
      input.fileHandleForWriting.write(Data("{\"id\":\(id),\"text\":\"粮库3座\"}\n".utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.hasPrefix("{\"id\":\"\(id)\"") && answer.hasSuffix("\n"))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func mentionsAreCutOutByTheirOffsets() throws {
    let text = "\u{20BB7}镇**12.5**万吨,约3成"
    let line = try JSONSerialization.data(withJSONObject: ["id": "a", "text": text])
    let output = try Program.run(["recognize", "--jsonl"], input: line)
    let mentions = try output.objects().first?["mentions"] as? [[String: Any]] ?? []
    let scalars = Array(text.unicodeScalars)
    #expect(mentions.count >= 2)
    for mention in mentions {
      guard let start = mention["start"] as? Int, let end = mention["end"] as? Int,
        start < end, end <= scalars.count, let words = mention["text"] as? String
      else {
        Issue.record("\(mention)")
        continue
      }
      var cut = String.UnicodeScalarView()
      cut.append(contentsOf: scalars[start..<end])
      #expect(String(cut).replacing("**", with: "") == words)
    }
  }
}
