import Foundation
import Shudu
import ShuduInput
import Synchronization

/// Extracts several files in parallel; outputs come in the order of the files.
struct ExtractBatch: Sendable {
  let paths: [String]
  let date: CalendarDate?
  let format: ExtractCommand.Format
  let limit: Int

  /// What one file gave.
  struct Output: Sendable {
    var bytes: [UInt8] = []
    /// Complaints for standard error, each a line.
    var complaints: [String] = []
    /// Whether more of the same file follows.
    var isPart = false
  }

  /// Bytes of records that are passed on together: an article may give a thousand times its own size.
  private static let part = 1 << 18

  /// Runs the batch and says how many files failed, in whole or in part.
  ///
  /// Memory: at most twice as many files at once as there are jobs, of each a megabyte of records.
  func run(jobs: Int) async -> Int {
    let failed = Mutex(0)
    let bar = ProgressBar(
      total: paths.count, isShown: paths.count > 1 && StandardOutput.isTerminal(2))
    let sequencer = Sequencer<Output>(count: paths.count, window: 2 * jobs) { _, output in
      do throws(StandardOutput.Failure) {
        try StandardOutput.write(output.bytes)
      } catch {
        // Nobody reads on: end as a filter in a pipe does.
        exit(error.code == EPIPE ? 0 : 74)
      }
      guard !output.isPart else { return }
      if !output.complaints.isEmpty {
        failed.withLock { $0 += 1 }
        bar.finish()
        for complaint in output.complaints { StandardOutput.complain(complaint) }
      }
      bar.advance(failed: !output.complaints.isEmpty)
    }
    async let warm: Void = Pipeline.warmUp()
    let pipeline = Pipeline()
    await warm
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask {
          var scratch = Pipeline.Scratch()
          while let turn = await sequencer.next() {
            let rest = await extract(paths[turn], pipeline, &scratch) {
              await sequencer.deliver(part: Output(bytes: $0, isPart: true), of: turn)
            }
            await sequencer.deliver(rest, of: turn)
          }
        }
      }
    }
    bar.finish()
    return failed.withLock { $0 }
  }

  /// What a file gives; all but the last of its records go to `pass` as soon as they are many.
  private func extract(
    _ path: String, _ pipeline: Pipeline, _ scratch: inout Pipeline.Scratch,
    pass: ([UInt8]) async -> Void
  ) async -> Output {
    var output = Output()
    let input: ArticleInput
    do throws(ArticleInput.Failure) {
      input = try ArticleInput(path: path, limit: limit)
    } catch {
      output.complaints.append("shudu: \(path): \(error.reason)")
      return output
    }
    var json = JSONWriter()
    for item in input.articles {
      switch item {
      case .failure(let error): output.complaints.append("shudu: \(path): \(error.reason)")
      case .success(let article):
        let options = Pipeline.Options(date: date, key: article.key)
        switch format {
        case .jsonl:
          let result = pipeline.recognize(article.read, options: options, scratch: &scratch)
          let writer = FactRecordWriter(result: result, article: article)
          var run = pipeline.run(through: result, options: options)
          while let facts = run.next(words: { scratch.segmenter.words(in: $0, range: $1) }) {
            for fact in facts {
              writer.write(fact, to: &json)
              json.newline()
            }
            if json.bytes.count >= ExtractBatch.part {
              await pass(json.bytes)
              json.removeAll()
            }
          }
        case .table:
          let result = pipeline.process(article.read, options: options, scratch: &scratch)
          output.bytes += FactTable(result: result, path: path).text().utf8
        }
      }
    }
    output.bytes += json.bytes
    return output
  }
}
