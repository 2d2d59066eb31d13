import Foundation
import Shudu

/// Peak memory of a batch at several sizes, each in a process of its own.
enum MemoryProbe {
  static func printTable(folder: String) {
    print("input MB   peak MB")
    for size in [1, 10, 100] {
      let child = Process()
      child.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      child.arguments = [folder, "--child", String(size)]
      let pipe = Pipe()
      child.standardOutput = pipe
      guard (try? child.run()) != nil else { continue }
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      child.waitUntilExit()
      let peak = String(decoding: output, as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      print("\(size)          \(peak)")
    }
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
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
    print("\(kilobytes / 1024)  (\(facts) facts)")
  }
}
