import ArgumentParser
import Shudu
import ShuduStore

/// `shudu status`: what a corpus holds.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say what a corpus holds.",
    discussion: """
      Counts files, articles, facts by state of review, decisions and those among them that found no fact, and \
      names files and lines of the decisions log that could not be read. Reads the index as `shudu process` left it:

        shudu status press
        shudu status --json press
      """)

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var corpus: CorpusArgument

  func run() async throws {
    try await StoreError.reporting {
      let opened = try Corpus(path: corpus.corpus)
      let counts = try opened.index.counts()
      let failures = try opened.index.failures()
      let log = try opened.log.read()
      if json {
        var writer = JSONWriter()
        counts.write(to: &writer, failures: failures, log: log)
        try StandardOutput.write(writer.bytes)
      } else {
        let text = counts.text(failures: failures, log: log, path: opened.log.path)
        try StandardOutput.write(Array(text.utf8))
      }
    }
  }
}

extension CorpusCounts {
  fileprivate func text(
    failures: [FileFailure], log: DecisionLog.Contents, path: String
  ) -> String {
    func count(_ number: Int, _ what: String) -> String {
      String(repeating: " ", count: max(0, 9 - String(number).count)) + "\(number) \(what)"
    }
    var lines = [
      count(files, "files"), count(articles, "articles"), count(reprints, "of them reprints"),
      count(sentences, "sentences"), count(entities, "names"), count(facts, "facts"),
    ]
    for state in ReviewState.allCases {
      if let number = states[state], number > 0 {
        lines.append("  " + count(number, state.rawValue))
      }
    }
    lines.append(count(unclaimed, "numerals in no fact"))
    lines.append(count(decisions, "decisions"))
    if orphans > 0 {
      lines.append(count(orphans, "without a fact; `shudu decisions --orphans` lists them"))
    }
    lines += failures.map { "failed: \($0.path): \($0.reason)" }
    lines += log.problems.map { "\(path):\($0.line): \($0.reason)" }
    if log.torn > 0 { lines.append("\(path): its last line is torn, \(log.torn) bytes") }
    return lines.joined(separator: "\n") + "\n"
  }

  fileprivate func write(
    to json: inout JSONWriter, failures: [FileFailure], log: DecisionLog.Contents
  ) {
    json.beginObject()
    let numbers: [(StaticString, Int)] = [
      ("files", files), ("articles", articles), ("reprints", reprints), ("sentences", sentences),
      ("names", entities), ("facts", facts), ("unclaimed", unclaimed), ("decisions", decisions),
      ("orphans", orphans), ("torn_bytes", log.torn),
    ]
    for (name, number) in numbers {
      json.key(name)
      json.integer(number)
    }
    json.key("states")
    json.beginObject()
    let states: [(StaticString, ReviewState)] = [
      ("unreviewed", .unreviewed), ("accepted", .accepted), ("rejected", .rejected),
      ("corrected", .corrected), ("added", .added), ("disputed", .disputed),
    ]
    for (name, state) in states {
      json.key(name)
      json.integer(self.states[state] ?? 0)
    }
    json.endObject()
    json.writeFailed(failures)
    json.key("bad_lines")
    json.beginArray()
    for problem in log.problems {
      json.beginObject()
      json.key("line")
      json.integer(problem.line)
      json.key("reason")
      json.string(problem.reason)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.newline()
  }
}
