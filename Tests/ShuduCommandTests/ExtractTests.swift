import Foundation
import Testing

/// `shudu extract` on files, from outside: output, exit codes, complaints.
@Suite struct ExtractTests {
  static let article = """
    青禾县新建粮库3座
    本报讯 截至6月底,青禾县新建粮库3座,储粮能力达到12.5万吨,同比增长20%。
    力争明年收购小麦约30万吨。

    """

  private func quotes(_ output: Program.Output) throws -> [String] {
    try output.objects().map { FactRow($0).quote }
  }

  @Test(arguments: ["txt", "md"])
  func readsPlainFiles(_ suffix: String) throws {
    let folder = try Folder()
    let text = "---\ntitle: 仓廪\ndate: 2023-07-03\n---\n# 青禾县仓廪实\n\n**" + ExtractTests.article
    try folder.write("a.\(suffix)", text.replacing("3座\n", with: "3座**\n"))
    let output = try Program.run(["extract", "a.\(suffix)"], in: folder)
    #expect(output.code == 0 && output.complaints.isEmpty)
    #expect(try quotes(output) == ["3座", "3座", "12.5万吨", "20%", "30万吨"])
    for object in try output.objects() {
      let row = FactRow(object)
      #expect(row.key == "a.\(suffix)" && row.path == "a.\(suffix)")
      #expect(row.wrong(in: text.replacing("3座\n", with: "3座**\n")).isEmpty)
      let article = object["article"] as? [String: Any]
      #expect(article?["date"] as? String == "2023-07-03")
      #expect(article?["date_from"] as? String == "front_matter")
    }
  }

  /// Records of more than four megabytes are passed on in parts; the parts of one file must not mix with other files.
  @Test func recordsPassedOnInPartsKeepTheOrderOfFiles() throws {
    let folder = try Folder()
    try folder.write("a.txt", ExtractTests.article)
    try folder.write("b.txt", String(repeating: "新建粮库3座,", count: 1_000))
    try folder.write("c.txt", ExtractTests.article)
    let output = try Program.run(["extract", "--jobs", "3", "a.txt", "b.txt", "c.txt"], in: folder)
    #expect(output.code == 0)
    let paths = try output.objects().map { FactRow($0).path }
    #expect(paths.count == 1_010 && paths == paths.sorted { ($0 ?? "") < ($1 ?? "") })
    #expect(output.text.utf8.count > 5_000_000)
  }

  @Test func readsHTML() throws {
    let folder = try Folder()
    let text = """
      <!DOCTYPE html><html><head><title>t</title><script>var n = "卖出99台";</script></head>
      <body><nav>目录 第88版</nav><h1>青禾县仓廪实</h1>
      <p>青禾县新建粮库<b>3</b>座,&nbsp;储粮12.5万吨。</p></body></html>
      """
    try folder.write("a.html", text)
    let output = try Program.run(["extract", "a.html"], in: folder)
    #expect(output.code == 0)
    #expect(try quotes(output) == ["3座", "12.5万吨"])
    #expect(try output.objects().first?["emphasis"] as? String == "bold")
  }

  @Test func reportsEachBadLineOfJSONLines() throws {
    let folder = try Folder()
    let lines = [
      #"{"id":"甲","text":"新建粮库3座。","date":"2023-07-03"}"#, #"{"id":"乙"}"#, "nonsense",
      #"{"text":"新建粮库4座。"}"#, #"{"id":"丙","text":"新建粮库5座。","date":"昨天"}"#,
      #"{"id":"丁","text":""}"#, #"{"id":"戊","text":"新建粮库6座。"}"#,
    ]
    try folder.write("a.jsonl", lines.joined(separator: "\n"))
    let output = try Program.run(["extract", "a.jsonl"], in: folder)
    #expect(output.code == 1)
    #expect(
      try output.objects().map { FactRow($0).key } == ["a.jsonl#甲", "a.jsonl#4", "a.jsonl#戊"])
    #expect(
      output.complaints == """
        shudu: a.jsonl: line 2: no "text", a string
        shudu: a.jsonl: line 3: no JSON object
        shudu: a.jsonl: line 5: `昨天` is no day; write it like 2020-12-30
        shudu: a.jsonl: line 6: holds no characters

        """)
  }

  @Test func keepsTheOrderOfTheFiles() throws {
    let folder = try Folder()
    let names = (0..<12).map { "\($0 * 7 % 12).txt" }
    for name in names {
      let count = name.hasPrefix("3") ? 40 : 1
      let text = Array(repeating: ExtractTests.article, count: count).joined(separator: "\n")
      try folder.write(name, text)
    }
    let parallel = try Program.run(["extract", "--jobs", "2"] + names, in: folder)
    let single = try Program.run(["extract", "--jobs", "1"] + names, in: folder)
    #expect(parallel.code == 0 && parallel.bytes == single.bytes)
    var keys: [String] = []
    for object in try parallel.objects() {
      let key = FactRow(object).key
      if keys.last != key { keys.append(key) }
    }
    #expect(keys == names)
  }

  @Test func oneBadFileStopsNoBatch() throws {
    let folder = try Folder()
    try folder.write("good.txt", ExtractTests.article)
    let output = try Program.run(["extract", "none.txt", "good.txt", ".", "good.txt"], in: folder)
    #expect(output.code == 1)
    #expect(try quotes(output).count == 10)
    #expect(
      output.complaints == """
        shudu: none.txt: no such file
        shudu: .: is a folder; name the files in it

        """)
  }

  static let badFiles: [(Data, String)] = [
    (Data(), "holds no characters"), (Data(" \n\t\n".utf8), "holds no characters"),
    (Data("新建\0粮库3座。".utf8), "a NUL at byte 6: no text file"),
    (Data("新建粮库3座。".utf8) + [0xE5, 0xFF] + Data("储粮12.5万吨。".utf8), "byte 19 is no UTF-8"),
    (
      Data("---\ndate: gestern\n---\n新建粮库3座。".utf8),
      "`gestern` is no day; write it like 2020-12-30"
    ),
  ]

  @Test(arguments: badFiles)
  func saysWhatIsWrongWithAFile(_ content: Data, _ reason: String) throws {
    let folder = try Folder()
    try folder.write("a.txt", content)
    let output = try Program.run(["extract", "a.txt"], in: folder)
    #expect(output.code == 1 && output.bytes.isEmpty)
    #expect(output.complaints == "shudu: a.txt: \(reason)\n")
  }

  @Test func refusesWhatItMayNotRead() throws {
    let folder = try Folder()
    let secret = try folder.write("a.txt", ExtractTests.article)
    #expect(chmod(secret, 0) == 0)
    var arguments = ["extract", "a.txt"]
    var program = Program.path
    if getuid() == 0 {
      // The superuser may read everything; somebody else may not.
      program = "/usr/bin/setpriv"
      try folder.write("shudu", Data(contentsOf: URL(fileURLWithPath: Program.path)))
      #expect(chmod(folder.path("shudu"), 0o755) == 0 && chmod(folder.url.path, 0o755) == 0)
      arguments = ["--reuid=65534", "--clear-groups", "./shudu"] + arguments
    }
    let output = try Program.run(arguments, in: folder, program: program)
    #expect(output.code == 1 && output.bytes.isEmpty)
    #expect(output.complaints == "shudu: a.txt: permission denied\n")
  }

  @Test func namesTheSystemsOwnErrors() throws {
    let output = try Program.run(["extract", "/proc/self/mem"])
    #expect(output.code == 1)
    #expect(output.complaints == "shudu: /proc/self/mem: Input/output error\n")
  }

  @Test func readsStandardInputAndPipes() throws {
    let input = Data(ExtractTests.article.utf8)
    let output = try Program.run(["extract", "-"], input: input)
    #expect(output.code == 0)
    #expect(try quotes(output).count == 5)
    let folder = try Folder()
    let fifo = folder.path("pipe.txt")
    #expect(mkfifo(fifo, 0o600) == 0)
    let writer = Thread {
      FileHandle(forWritingAtPath: fifo)?.write(input)
    }
    writer.start()
    let piped = try Program.run(["extract", "pipe.txt"], in: folder)
    #expect(piped.code == 0)
    #expect(try quotes(piped) == quotes(output))
  }

  @Test func refusesWrongOptions() throws {
    for arguments in [
      ["extract"], ["extract", "--jobs", "0", "a"], ["extract", "--date", "2023-02-30", "a"],
      ["extract", "--jsonl", "a"], ["extract", "--format", "xml", "a"], ["recognize"], ["nothing"],
    ] {
      let output = try Program.run(arguments)
      #expect(output.code == 64 && output.bytes.isEmpty && output.complaints.contains("Usage:"))
    }
  }

  @Test func printsATable() throws {
    let folder = try Folder()
    try folder.write("a.txt", ExtractTests.article)
    let output = try Program.run(["extract", "--format", "table", "a.txt"], in: folder)
    let lines = output.text.split(separator: "\n")
    #expect(lines.first == "a.txt: 5 facts" && lines.count == 7)
    #expect(lines.contains { $0.contains("125000") && $0.contains("吨") })
  }

  @Test func theDateOptionStandsFirst() throws {
    let folder = try Folder()
    try folder.write("a.txt", "去年新建粮库3座。")
    let output = try Program.run(["extract", "--date", "2021-05-06", "a.txt"], in: folder)
    let time = try output.objects().first?["time"] as? [String: Any]
    #expect(time?["value"] as? String == "2020")
  }
}
