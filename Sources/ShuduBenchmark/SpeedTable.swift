import Foundation
import ICU
import Shudu

/// MB/s of UTF-8 of each stage and of what it is measured against, best of several interleaved rounds.
struct SpeedTable {
  let text: BenchmarkText
  let megabytes: Int

  private struct Row {
    var name: String
    var run: () -> Int
    var best: Double = .infinity
  }

  func print() {
    let articles = text.repeated(bytes: megabytes << 20)
    let bytes = articles.reduce(0) { $0 + $1.utf8.count }
    let read = articles.compactMap { try? Reader.read(text: $0) }
    var rows = self.rows(articles: articles, read: read)
    for _ in 0..<5 {
      for index in rows.indices {
        let start = ProcessorClock.now
        guard rows[index].run() >= 0 else { continue }
        rows[index].best = min(rows[index].best, ProcessorClock.now - start)
      }
    }
    let icu = rows.first { $0.name == "ICU word break" }?.best ?? 1
    Swift.print("\(articles.count) articles, \(bytes) bytes of UTF-8, ICU \(icuVersion)")
    let whole = rows.last?.best ?? 1
    Swift.print("what                      MB/s   beside ICU   % of the whole")
    for row in rows {
      let name = row.name + String(repeating: " ", count: max(1, 22 - row.name.count))
      let speed = String(format: "%8.1f", Double(bytes) / row.best / 1e6)
      let ratio = String(format: "%8.2f", icu / row.best)
      let share = String(format: "%12.1f", row.best / whole * 100)
      Swift.print("\(name)\(speed)\(ratio)\(share)")
    }
  }

  private func rows(articles: [String], read: [ReadArticle]) -> [Row] {
    let pipeline = Pipeline()
    let pages = read.map { pipeline.layout.page(from: $0.blocks) }
    var scratch = Pipeline.Scratch()
    let results = read.map {
      pipeline.recognize($0, options: .init(key: "benchmark"), scratch: &scratch)
    }
    let units = articles.map { Array($0.utf16) }
    let folded = units.map { CharacterFold.standard.fold($0) }
    return [
      Row(name: "plain scan") {
        units.reduce(0) { $0 + $1.count { (0x30...0x39).contains($0) } }
      },
      Row(name: "ICU word break") {
        var iterator = BreakIterator(.words)
        var count = 0
        for units in folded {
          iterator?.forEachBoundary(in: units, range: 0..<units.count) { _ in count += 1 }
        }
        return count
      },
      Row(name: "words") {
        var segmenter = Segmenter()
        return folded.reduce(0) { $0 + segmenter.words(in: $1, range: 0..<$1.count).count }
      },
      Row(name: "reading") {
        articles.reduce(0) { $0 + ((try? Reader.read(text: $1))?.blocks.count ?? 0) }
      },
      Row(name: "layout") {
        let breaker = WordBreaker()
        return read.reduce(0) {
          $0 + pipeline.layout.page(from: $1.blocks, breaker: breaker).paragraphs.count
        }
      },
      Row(name: "sentences") {
        var segmenter = Segmenter()
        return pages.reduce(0) { $0 + segmenter.sentences(of: $1).count }
      },
      Row(name: "times") {
        let times = TimeRecognizer()
        return folded.reduce(0) {
          var context = TimeContext(articleDate: CalendarDate("2020-12-30"))
          return $0 + times.times(in: $1, range: 0..<$1.count, context: &context).count
        }
      },
      Row(name: "quantities") {
        let quantities = QuantityRecognizer()
        return folded.reduce(0) { $0 + quantities.quantities(in: $1, range: 0..<$1.count).count }
      },
      Row(name: "names") {
        let names = NameRecognizer()
        let memory = NameMemory()
        return pages.reduce(0) { sum, page in
          var context = NameContext()
          return page.paragraphs.reduce(sum) {
            let range = 0..<$1.folded.count
            return $0
              + names.names(in: $1.folded, range: range, context: &context, memory: memory).count
          }
        }
      },
      Row(name: "assembly") {
        var segmenter = Segmenter()
        return results.reduce(0) {
          $0 + pipeline.assemble($1, options: .init(key: "benchmark"), segmenter: &segmenter).count
        }
      },
      Row(name: "whole pipeline") {
        var scratch = Pipeline.Scratch()
        return articles.reduce(0) { sum, article in
          guard let item = try? Reader.read(text: article) else { return sum }
          return sum
            + pipeline.process(item, options: .init(key: "benchmark"), scratch: &scratch)
            .facts.count
        }
      },
    ]
  }
}
