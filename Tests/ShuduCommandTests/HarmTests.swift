import Foundation
import Testing

/// Articles and names of files that would steer a terminal, leave their folder or break a line.
@Suite struct HarmTests {
  static let steering = "\u{1B}[31m\u{1B}]0;x\u{7}\u{8}\u{9B}\u{202E}\u{2066}\u{200F}\u{2028}\u{85}"

  /// The characters of an output that would steer a terminal.
  private func steering(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != "\n" && HarmTests.steering.unicodeScalars.contains($0) }
      .filter { !("0"..."z").contains($0) && $0 != "[" && $0 != "]" && $0 != ";" }
  }

  @Test(arguments: [["extract", "--format", "table"], ["explain", "--no-color"]])
  func whatPeopleReadSteersNoTerminal(_ arguments: [String]) throws {
    let folder = try Folder()
    try folder.write("a.txt", "新建\(HarmTests.steering)粮库3座,\(HarmTests.steering)县储粮5吨。")
    let output = try Program.run(arguments + ["a.txt"], in: folder)
    #expect(output.code == 0 && output.text.contains("\\u{1B}"))
    #expect(steering(in: output.text).isEmpty)
  }

  @Test func namesOfFilesSteerNoTerminal() throws {
    let folder = try Folder()
    let name = "a\n\u{1B}[31mb.txt"
    try folder.write(name, "新建粮库3座。")
    let output = try Program.run(["extract", name, "x" + name], in: folder)
    #expect(output.code == 1)
    #expect(output.complaints == "shudu: xa\\u{A}\\u{1B}[31mb.txt: no such file\n")
    #expect(try output.objects().first.map { FactRow($0).path } == name)
    let table = try Program.run(["extract", "--format", "table", name], in: folder)
    #expect(table.text.hasPrefix("a\\u{A}\\u{1B}[31mb.txt: 1 facts\n"))
  }

  /// A path is opened as the system reads it, and stands in the record as it was given.
  @Test func pathsAreTakenAsTheyAre() throws {
    let folder = try Folder()
    try folder.write("a.txt", "新建粮库3座。")
    try FileManager.default.createDirectory(
      atPath: folder.path("x"), withIntermediateDirectories: false)
    let output = try Program.run(
      ["extract", "x/../a.txt", "../../../../../../../../../none"], in: folder)
    #expect(output.code == 1)
    #expect(try output.objects().map { FactRow($0).path } == ["x/../a.txt"])
  }

  @Test func loneSurrogatesAreOneAnswerEach() throws {
    let lines = [
      #"{"id":"a","text":"\ud800新建粮库3座。\udc00"}"#, #"{"id":"\udc00","text":"新建粮库3座。"}"#,
      #"{"id":"\u001b\u0000\u2028","text":"新建粮库3座。"}"#,
    ]
    let output = try Program.run(
      ["extract", "--jsonl"], input: Data((lines.joined(separator: "\n") + "\n").utf8))
    #expect(output.code == 0)
    #expect(String(data: output.bytes, encoding: .utf8) != nil)
    #expect(try output.objects().count == 3)
    #expect(!output.bytes.contains { $0 < 0x20 && $0 != 0x0A })
  }
}
