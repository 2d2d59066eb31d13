import ArgumentParser
import Foundation
import Shudu
import ShuduStore

/// `shudu decisions`: what was decided, and what became of it.
struct DecisionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "List decisions, those without a fact, and those carried to another.",
    discussion: """
      Prints the decisions of CORPUS/decisions.jsonl, the last ones first. After articles were edited or the \
      extractor got better, a decision finds its fact again: by its id, else by its sentence, else by its quote and \
      what stood around it, with a score. --orphans lists those that found none, --carried those that found \
      another, each with the words it was about:

        shudu decisions --orphans press
        shudu decisions --who lin --limit 20 press
      """)

  @Flag(help: "Only facts that decisions were about and that are gone.")
  var orphans = false

  @Flag(help: "Only facts that decisions were carried to, with the score.")
  var carried = false

  @Option(help: "Only decisions of this person.")
  var who: String?

  @Option(help: "Only decisions about the fact of this id.")
  var fact: String?

  @Option(help: "How many to print.")
  var limit = 100

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @OptionGroup var corpus: CorpusArgument

  func validate() throws {
    if orphans, carried { throw ValidationError("--orphans and --carried exclude each other.") }
    if limit < 1 { throw ValidationError("--limit takes a number from 1.") }
  }

  func run() async throws {
    try await StoreError.reporting {
      let index = try Corpus(path: corpus.corpus).index
      var json = JSONWriter()
      var text = ""
      if orphans || carried {
        let targets = try orphans ? index.orphans() : index.carriedTargets()
        for target in targets where who == nil || target.decision.who == who {
          if self.json { target.write(to: &json) } else { text += target.line }
        }
      } else {
        for logged in try index.decisions(who: who, fact: fact, limit: limit) {
          if self.json { logged.write(to: &json) } else { text += logged.line }
        }
      }
      try StandardOutput.write(self.json ? json.bytes : Array(text.utf8))
    }
  }
}

extension CorpusIndex.PlacedTarget {
  fileprivate var line: String {
    let words = quote.map { " “\($0)”" } ?? ""
    let place =
      if let home, let score { " → \(home) (\(String(format: "%.2f", score)))" } else { "" }
    return "\(decision.when) \(decision.who) \(decision.action.rawValue) \(fact)\(place)\(words) "
      + "\(article)\n"
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("decision")
    json.string(decision.id)
    json.key("when")
    json.string(decision.when)
    json.key("who")
    json.string(decision.who)
    json.key("action")
    json.string(decision.action.rawValue)
    json.key("fact")
    json.string(fact)
    json.key("article")
    json.string(article)
    json.key("quote")
    quote.map { json.string($0) } ?? json.null()
    json.key("home")
    home.map { json.string($0) } ?? json.null()
    json.key("way")
    way.map { json.string($0.rawValue) } ?? json.null()
    json.key("score")
    score.map { json.number($0) } ?? json.null()
    json.endObject()
    json.newline()
  }
}

extension CorpusIndex.LoggedDecision {
  fileprivate var line: String {
    var line = "\(decision.when) \(decision.who) \(decision.action.rawValue) "
    if let object = decision.decision { line += object }
    if let firstFact { line += targets > 1 ? "\(targets) facts" : firstFact }
    if let reason = decision.reason ?? decision.note { line += " (\(reason))" }
    return line + (isUndone ? " [undone]" : "") + "\n"
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("decision")
    json.raw((try? Array(decision.line())) ?? Array("null".utf8))
    json.key("undone")
    json.bool(isUndone)
    json.key("facts")
    json.integer(targets)
    json.key("first_fact")
    firstFact.map { json.string($0) } ?? json.null()
    json.endObject()
    json.newline()
  }
}
