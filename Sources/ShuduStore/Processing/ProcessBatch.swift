import Foundation
import Shudu
import ShuduInput

/// Runs a plan: workers extract in parallel, and one at a time stores, in the order of the paths.
struct ProcessBatch: Sendable {
  let folder: CorpusFolder
  let plan: ProcessPlan
  let settings: CorpusSettings
  let lexicon: CorpusLexicon
  let ledger: BatchLedger

  /// Does all tasks, and says what became of them through the ledger.
  func run(jobs: Int) async {
    guard !plan.tasks.isEmpty else { return }
    let ledger = ledger
    let sequencer = Sequencer<Finding>(count: plan.tasks.count, window: 4 * jobs) { _, finding in
      ledger.take(finding)
    }
    async let warm: Void = Pipeline.warmUp()
    let extractor = ArticleExtractor(
      pipeline: Pipeline(adding: lexicon.words), lexicon: lexicon.hash, settings: settings)
    await warm
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, plan.tasks.count) {
        group.addTask {
          var scratch = Pipeline.Scratch()
          while let turn = await sequencer.next(), !ledger.hasFailed {
            await sequencer.deliver(find(plan.tasks[turn], extractor, &scratch), of: turn)
          }
        }
      }
    }
  }

  /// What a worker found out about a file.
  enum Finding: Sendable {
    case extracted(ExtractedFile, ProcessPlan.Task, FileReport.Outcome)
    case same(ProcessPlan.Task)
  }

  private func find(
    _ task: ProcessPlan.Task, _ extractor: ArticleExtractor, _ scratch: inout Pipeline.Scratch
  ) -> Finding {
    func failed(_ reason: String) -> Finding {
      .extracted(
        ExtractedFile(file: task.file, hash: nil, error: reason), task, outcome(of: task))
    }
    if let refusal = task.file.refusal { return failed(refusal) }
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      bytes = try FileBytes.read(folder.file(task.file.path), limit: settings.sizeLimit)
    } catch .tooLarge {
      return failed(
        "has more than \(settings.sizeLimit) bytes; `maximum_size` in corpus.yaml allows more")
    } catch {
      return failed(error.reason)
    }
    let hash = ArticleInput.version(of: bytes)
    if let known = task.known, task.reason == nil, known.hash == hash { return .same(task) }
    let file = extractor.extract(
      bytes, of: task.file, key: task.key, hash: hash, scratch: &scratch)
    return .extracted(file, task, outcome(of: task))
  }

  private func outcome(of task: ProcessPlan.Task) -> FileReport.Outcome {
    if let old = task.renamedFrom { return .renamed(from: old) }
    return .processed(task.reason ?? (task.known == nil ? .new : .edited))
  }
}
