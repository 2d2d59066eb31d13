import Synchronization

/// Keeps count of a batch, hands rows to the index's writer and reports to the caller.
final class BatchLedger: Sendable {
  private struct State {
    var writer: IndexWriter
    var summary = CorpusProcessor.Summary()
    var error: StoreError?
  }

  private let state: Mutex<State>
  private let report: @Sendable (FileReport) -> Void

  init(_ writer: IndexWriter, report: @escaping @Sendable (FileReport) -> Void) {
    state = Mutex(State(writer: writer))
    self.report = report
  }

  /// Whether the index refused, so that going on is of no use.
  var hasFailed: Bool { state.withLock { $0.error != nil } }

  func take(_ finding: ProcessBatch.Finding) {
    switch finding {
    case .same(let task):
      add(task.known.map { .touch($0.id, task.file) }) { $0.unchanged += 1 }
      report(FileReport(path: task.file.path, outcome: .same))
    case .extracted(let file, let task, let outcome):
      add(.store(file, key: task.key, known: task.known?.id)) { summary in
        if case .renamed = outcome { summary.renamed += 1 } else { summary.processed += 1 }
        summary.facts += file.factCount
      }
      report(
        FileReport(
          path: file.file.path, outcome: outcome, facts: file.factCount, failures: file.failures))
    }
  }

  func remove(_ row: ProcessPlan.Known, isRenamed: Bool) {
    add(.remove(row.id)) { if !isRenamed { $0.removed += 1 } }
    if !isRenamed { report(FileReport(path: row.path, outcome: .removed)) }
  }

  /// Stores what is left, and gives the count.
  func finish() throws(StoreError) -> CorpusProcessor.Summary {
    let (summary, error) = state.withLock { state in
      if state.error == nil {
        do throws(StoreError) { try state.writer.flush() } catch { state.error = error }
      }
      return (state.summary, state.error)
    }
    if let error { throw error }
    return summary
  }

  private func add(
    _ entry: IndexWriter.Entry?, count: (inout CorpusProcessor.Summary) -> Void
  ) {
    state.withLock { state in
      guard state.error == nil else { return }
      count(&state.summary)
      guard let entry else { return }
      do throws(StoreError) { try state.writer.add(entry) } catch { state.error = error }
    }
  }
}
