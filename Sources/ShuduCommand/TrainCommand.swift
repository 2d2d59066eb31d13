import ArgumentParser
import Foundation
import Shudu
import ShuduEvaluation
import ShuduInput

/// `shudu train`: learns the weights that join torn stretches, tell idle quantities from facts and choose names, measures, aspects, subjects and statuses.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract:
      "Learn the weights of layout, names, idle quantities, measures, aspects, subjects and statuses.",
    discussion: """
      Reads the articles of CORPUS whose split in corpus.yaml is `train`, with their gold layout, names and \
      facts, and writes layout-weights.tsv, name-weights.tsv, idle-weights.tsv, measure-weights.tsv, \
      aspect-weights.tsv, subject-weights.tsv and status-weights.tsv into a folder. The same corpus and program \
      give the same bytes. The project's own weights are made by

        shudu train Corpus --output Sources/CLexicon/Data
      """)

  @Option(help: "The folder for the tables.")
  var output: String

  @Argument(help: "The corpus folder.")
  var corpus: String

  func run() throws {
    do {
      let gold = try GoldCorpus(folder: corpus)
      var samples: [Trainer.Sample] = []
      var pages: [LayoutTrainer.Sample] = []
      for entry in gold.entries where entry.split == "train" {
        let item = try GoldArticle.read(entry, in: corpus)
        samples.append(
          .init(article: item.read, options: entry.options, facts: entry.facts, names: entry.names))
        pages.append(.init(article: item.read, layout: entry.layout))
      }
      let joins = LayoutTrainer.train(pages)
      try write(
        Trainer.table(joins, of: "place where a torn stretch goes on"), "layout-weights.tsv")
      var pipeline = Pipeline()
      pipeline.layout = LayoutStage(joins)
      let names = NameTrainer.train(samples, pipeline)
      try write(Trainer.table(names, of: "set of a sentence's names"), "name-weights.tsv")
      let idle = IdleTrainer.train(samples, pipeline)
      try write(Trainer.table(idle.weights, of: "quantity that states no fact"), "idle-weights.tsv")
      pipeline.recognizer = Recognizer(idle: idle.weights)
      let (weights, heldOut) = Trainer.train(samples, pipeline)
      try write(Trainer.table(weights.measure, of: "measure of a fact"), "measure-weights.tsv")
      try write(Trainer.table(weights.aspect, of: "aspect of a fact"), "aspect-weights.tsv")
      try write(Trainer.table(weights.subject, of: "subject of a fact"), "subject-weights.tsv")
      try write(Trainer.table(weights.status, of: "status of a fact"), "status-weights.tsv")
      StandardOutput.complain(
        "right on articles held out: \(TrainCommand.text(of: idle.heldOut, heldOut))")
    } catch let error as EvaluationError {
      StandardOutput.complain("shudu: \(error.message)")
      throw ExitCode(1)
    }
  }

  private func write(_ text: String, _ name: String) throws {
    let folder = URL(fileURLWithPath: output)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent(name), options: .atomic)
  }

  private static func text(
    of idle: Trainer.HeldOut.Tally, _ heldOut: Trainer.HeldOut
  ) -> String {
    let fields = [
      ("idle", idle),
      ("measure", heldOut.measure), ("aspect", heldOut.aspect), ("subject", heldOut.subject),
      ("status", heldOut.status),
    ]
    return fields.map { name, tally in
      String(format: "%@ %.3f of %.3f", name, tally.share, tally.reach)
    }.joined(separator: ", ")
  }
}
