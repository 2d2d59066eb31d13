import Dispatch
import Foundation
import Shudu

/// The whole pipeline by one worker and by two, which share nothing but the word tables.
///
/// Two figures, for a machine may be busy with other work: how much sooner two are done by the clock, and how much
/// processor time they take together beside one (1.00: none waits for the other, so that two free cores do twice the work).
struct CoreTable {
  let text: BenchmarkText
  let megabytes: Int

  private struct Cost {
    var clock = Double.infinity
    var processor = Double.infinity
  }

  func print() {
    let articles = text.repeated(bytes: megabytes << 20)
    let pipeline = Pipeline()
    var one = Cost()
    var two = Cost()
    for _ in 0..<3 {
      measure(&one) { CoreTable.run(articles, by: pipeline, from: 0, step: 1) }
      measure(&two) {
        DispatchQueue.concurrentPerform(iterations: 2) {
          CoreTable.run(articles, by: pipeline, from: $0, step: 2)
        }
      }
    }
    Swift.print(
      String(
        format: "two workers beside one: %.2f times as fast, %.2f of its processor time",
        one.clock / two.clock, two.processor / one.processor))
  }

  private static func run(_ articles: [String], by pipeline: Pipeline, from first: Int, step: Int) {
    var scratch = Pipeline.Scratch()
    for index in stride(from: first, to: articles.count, by: step) {
      guard let item = try? Reader.read(text: articles[index]) else { continue }
      _ = pipeline.process(item, options: .init(key: "benchmark"), scratch: &scratch)
    }
  }

  private func measure(_ cost: inout Cost, _ body: () -> Void) {
    let clock = ContinuousClock.now
    let processor = ProcessorClock.ofProcess
    body()
    let elapsed = (ContinuousClock.now - clock).components
    cost.clock = min(
      cost.clock, Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
    cost.processor = min(cost.processor, ProcessorClock.ofProcess - processor)
  }
}
