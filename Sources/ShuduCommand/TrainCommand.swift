import ArgumentParser
import Foundation
import Shudu
import ShuduEvaluation
import ShuduInput

/// `shudu train`: learns the weights that choose measures, aspects, subjects and statuses.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn the weights that choose measures, aspects, subjects and statuses.",
    discussion: """
      Reads the articles of CORPUS whose split in corpus.yaml is `train`, with their gold facts, and \
      writes measure-weights.tsv, aspect-weights.tsv, subject-weights.tsv and status-weights.tsv into a folder. The \
      same corpus and program \
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
      for entry in gold.entries where entry.split == "train" {
        let item = try GoldArticle.read(entry, in: corpus)
        samples.append(.init(article: item.read, options: entry.options, facts: entry.facts))
      }
      let weights = Trainer.train(samples)
      try write(Trainer.table(weights.measure, of: "measure"), "measure-weights.tsv")
      try write(Trainer.table(weights.aspect, of: "aspect"), "aspect-weights.tsv")
      try write(Trainer.table(weights.subject, of: "subject"), "subject-weights.tsv")
      try write(Trainer.table(weights.status, of: "status"), "status-weights.tsv")
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
}
