import Foundation
import Shudu

/// Peak memory of a batch at several sizes, each in a process of its own.
enum MemoryProbe {
  static func printTable(folder: String) {
    print("input                                 peak MB")
    for size in [1, 10, 100] { printRow("\(size) MB", [folder, "--child", String(size)]) }
    for words in ["全市新增企业120家,增长6.2%。", "增长6.2%,"] {
      printRow("800 kB of \(words)", [folder, "--repeat", words])
    }
  }

  private static func printRow(_ name: String, _ arguments: [String]) {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    child.arguments = arguments
    let pipe = Pipe()
    child.standardOutput = pipe
    guard (try? child.run()) != nil else { return }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    child.waitUntilExit()
    let peak = String(decoding: output, as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines)
    print("\(name)  \(peak)")
  }

  /// Extracts one article of 800 kB that says the same over and over, its facts sentence by sentence, and prints the peak.
  static func runRepeated(_ words: String) {
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    let text = String(repeating: words, count: 800_000 / words.utf8.count)
    guard let item = try? Reader.read(text: text) else { return }
    let options = Pipeline.Options(key: "repeated")
    let result = pipeline.recognize(item, options: options, scratch: &scratch)
    var run = pipeline.run(through: result, options: options)
    var facts = 0
    while let found = run.next(words: { scratch.segmenter.words(in: $0, range: $1) }) {
      facts += found.count
    }
    printPeak(facts: facts)
  }

  /// Extracts articles one by one until that many megabytes are done, and prints the peak.
  static func runBatch(text: BenchmarkText, megabytes: Int) {
    let pipeline = Pipeline()
    var scratch = Pipeline.Scratch()
    var done = 0
    var facts = 0
    while done < megabytes << 20 {
      for article in text.articles where done < megabytes << 20 {
        done += article.utf8.count
        guard let item = try? Reader.read(text: article) else { continue }
        facts += pipeline.process(item, options: .init(key: "batch"), scratch: &scratch).facts.count
      }
    }
    printPeak(facts: facts)
  }

  private static func printPeak(facts: Int) {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
    print("\(kilobytes / 1024)  (\(facts) facts)")
  }
}
