import ArgumentParser
import Foundation
import Shudu
import ShuduEvaluation
import ShuduInput

/// `shudu evaluate`: scores against a corpus's gold facts.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score extraction against a corpus's gold facts.",
    discussion: """
      Extracts every article of CORPUS that has gold records (CORPUS/gold/articles/*.facts.jsonl, \
      *.entities.jsonl, *.layout.jsonl) and prints precision, recall and F1 of each field with 95 % \
      intervals, by genre, split and kind, and how well the confidence is calibrated:

        shudu evaluate Corpus --split dev
        shudu evaluate Corpus --misses > misses.tsv
        shudu evaluate Corpus --save run.json
        shudu evaluate Corpus --compare run.json
      """)

  @Option(help: "Only articles of this split of corpus.yaml: train, dev or test.")
  var split: String?

  @Option(help: "Only articles of this genre of corpus.yaml.")
  var genre: String?

  @Flag(help: "Print every miss with its text instead, tab-separated.")
  var misses = false

  @Flag(
    help: "Print what each gold fact's measure, subject and status were chosen from, as JSON lines."
  )
  var choices = false

  @Flag(help: "Print the scores as JSON.")
  var json = false

  @Option(help: "Write the run to this file, for --compare.")
  var save: String?

  @Option(help: "Say what got better and worse since a saved run.")
  var compare: String?

  @Argument(help: "The corpus folder.")
  var corpus: String

  func run() throws {
    do {
      try evaluate()
    } catch let error as EvaluationError {
      StandardOutput.complain("shudu: \(error.message)")
      throw ExitCode(1)
    }
  }

  private func evaluate() throws {
    let gold = try GoldCorpus(folder: corpus)
    let entries = gold.entries.filter {
      (split == nil || $0.split == split) && (genre == nil || $0.genre == genre)
    }
    guard !entries.isEmpty else { throw ValidationError("No article is of that split and genre.") }
    let pipeline = Pipeline()
    if choices {
      var report = ChoiceReport(pipeline: pipeline)
      for entry in entries {
        try StandardOutput.write(
          report.lines(try GoldArticle.read(entry, in: corpus).read, entry))
      }
      return
    }
    var scratch = Pipeline.Scratch()
    var scores: [ArticleScore] = []
    for entry in entries {
      scores.append(try GoldArticle.score(entry, in: corpus, pipeline, &scratch))
    }
    let evaluation = Evaluation(articles: scores)
    let run = SavedRun(evaluation, extractor: Version.current)
    if let save { try run.json().write(to: URL(fileURLWithPath: save)) }
    if let compare {
      let text = run.comparison(with: try SavedRun(path: compare))
      try StandardOutput.write(Array(text.utf8))
    } else if misses {
      try StandardOutput.write(Array(EvaluationReport(evaluation).misses().utf8))
    } else if json {
      try StandardOutput.write(Array(run.json()))
    } else {
      try StandardOutput.write(Array(EvaluationReport(evaluation).text().utf8))
    }
  }
}
