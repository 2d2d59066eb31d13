import ArgumentParser
import Foundation
import Shudu
import ShuduInput
import ShuduStore

/// `shudu decide`: decisions from a script into the log.
struct DecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Take decisions about facts from a script.",
    discussion: """
      A filter: a line on standard input, or of a file, is a decision; exactly one line on standard output \
      answers it, {"id":…} once it is on the disk, or {"error":{"line","reason"}}. What a line leaves out \
      (id, time, the fact's quote) is filled in:

        {"action":"accept","fact":"m4wame0gx1npavra"}
        {"action":"reject","facts":["…","…"],"reason":"no statistics"}
        {"action":"correct","fact":"…","fields":{"measure":{"text":"进口额","spans":[[12,15]]}}}
        {"action":"undo","decision":"…"}

      Actions: accept, reject (reason), correct (fields), add (record), note (note), undo and redo \
      (decision), settle (verdict, fields); Schemas/decision.schema.json has them all. A decision whose \
      id is in the log already is answered as if it were new. The exit code is 1 where a line was refused.

        shudu decide press --reviewer lin < decisions.jsonl
      """)

  @Option(help: "Who decides, where a line does not say.")
  var reviewer: String?

  @OptionGroup var limits: LimitOptions

  @OptionGroup var corpus: CorpusArgument

  @Argument(help: "A file of decisions, one a line (default: standard input).")
  var file: String?

  func validate() throws { try limits.check() }

  func run() async throws {
    let isRefused = try await StoreError.reporting {
      let opened = try Corpus(path: corpus.corpus)
      var decider = Decider(
        corpus: opened, reviewer: reviewer ?? opened.settings.reviewer, limit: limits.maxSize)
      if let file { try decider.run(file: file) } else { try decider.runFilter() }
      return decider.isRefused
    }
    if isRefused { throw ExitCode(1) }
  }
}

/// Answers lines with the ids of decisions.
private struct Decider {
  let corpus: Corpus
  let reviewer: String?
  let limit: Int
  private(set) var isRefused = false
  private var line = 0

  /// Decisions of a file that are synced together.
  private static let batchSize = 256

  init(corpus: Corpus, reviewer: String?, limit: Int) {
    self.corpus = corpus
    self.reviewer = reviewer
    self.limit = limit
  }

  mutating func runFilter() throws {
    try LineFilter.run(limit: limit) { answer([$0]) }
  }

  mutating func run(file: String) throws {
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      bytes = try FileBytes.read(file, limit: limit)
    } catch {
      throw StoreError.refused(reason: "\(file): \(error.reason)")
    }
    var batch: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A) {
      batch.append(Array(line))
      guard batch.count == Decider.batchSize else { continue }
      try StandardOutput.write(answer(batch))
      batch = []
    }
    try StandardOutput.write(answer(batch))
  }

  /// Takes lines, all good ones in one record, and answers each.
  private mutating func answer(_ lines: [[UInt8]]) -> [UInt8] {
    var decisions: [Decision] = []
    var answers: [Result<String, StoreError>] = []
    for bytes in lines {
      do throws(StoreError) {
        let decision = try decision(of: bytes)
        answers.append(.success(decision.id))
        let isKnown = try corpus.index.decision(decision.id) != nil
        if !isKnown, !decisions.contains(where: { $0.id == decision.id }) {
          decisions.append(decision)
        }
      } catch {
        answers.append(.failure(error))
      }
    }
    do throws(StoreError) {
      try corpus.record(decisions)
    } catch {
      answers = answers.map { $0.flatMap { _ in .failure(error) } }
    }
    return write(answers)
  }

  private func decision(of bytes: [UInt8]) throws(StoreError) -> Decision {
    let draft: DecisionDraft
    do {
      draft = try JSONDecoder().decode(DecisionDraft.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw .refused(reason: error.place)
    } catch {
      throw .refused(reason: "no decision")
    }
    return try corpus.decision(from: draft, who: reviewer)
  }

  private mutating func write(_ answers: [Result<String, StoreError>]) -> [UInt8] {
    var json = JSONWriter()
    for answer in answers {
      line += 1
      json.beginObject()
      switch answer {
      case .success(let id):
        json.key("id")
        json.string(id)
      case .failure(let error):
        isRefused = true
        json.key("error")
        json.beginObject()
        json.key("line")
        json.integer(line)
        json.key("reason")
        json.string(error.message)
        json.endObject()
      }
      json.endObject()
      json.newline()
    }
    return json.bytes
  }
}
