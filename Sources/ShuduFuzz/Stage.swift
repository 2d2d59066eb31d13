import Shudu
import Synchronization

/// A part of the pipeline that any bytes may be put into.
///
/// Whatever the bytes: no crash, no hang, and a sound result.
enum Stage: String, CaseIterable {
  case reading, layout, recognition, pipeline

  private static let whole = Pipeline()
  private static let scratch = Mutex(Pipeline.Scratch())

  /// Runs the stage. The first byte chooses the format in `reading` and `pipeline`: `t`, `m`, `h`, `j`, else
  /// none is told. The other stages take the bytes as text.
  func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch self {
    case .reading: _ = Stage.read(bytes)
    case .layout: layOut(String(decoding: bytes, as: UTF8.self))
    case .recognition: recognize(Array(String(decoding: bytes, as: UTF8.self).utf16))
    case .pipeline:
      for article in Stage.read(bytes) { process(article) }
    }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [ReadArticle] {
    guard let first = bytes.first else { return [] }
    let format: ArticleFormat? =
      switch first {
      case UInt8(ascii: "t"): .text
      case UInt8(ascii: "m"): .markdown
      case UInt8(ascii: "h"): .html
      case UInt8(ascii: "j"): .jsonl
      default: nil
      }
    guard let records = try? Reader.records(bytes: Array(bytes.dropFirst()), format: format) else {
      return []
    }
    let articles = records.compactMap { try? $0.article.get() }
    for article in articles {
      for block in article.blocks { Soundness.check(block, in: article.source) }
    }
    return articles
  }

  private func layOut(_ text: String) {
    guard let article = try? Reader.read(text: text, format: .markdown) else { return }
    let page = Stage.scratch.withLock {
      Stage.whole.layout.page(from: article.blocks, breaker: $0.breaker)
    }
    for paragraph in page.paragraphs { Soundness.check(paragraph, in: article.source) }
  }

  private func recognize(_ units: [UInt16]) {
    let folded = CharacterFold.standard.fold(units)
    let all = 0..<folded.count
    var context = TimeContext(articleDate: CalendarDate("2020-12-30"))
    let times = TimeRecognizer().times(in: folded, range: all, context: &context)
    Soundness.check(times.map(\.range), in: all)
    let quantities = QuantityRecognizer().quantities(
      in: folded, range: all, excluding: times.map(\.range))
    Soundness.check(quantities.map(\.range), in: all)
    Stage.scratch.withLock { scratch in
      Soundness.check(scratch.segmenter.sentences(in: folded, range: all), in: all)
    }
  }

  private func process(_ article: ReadArticle) {
    let result = Stage.scratch.withLock {
      Stage.whole.process(article, options: .init(key: "a"), scratch: &$0)
    }
    for mentions in zip(result.mentions, result.sentences) {
      Soundness.check(mentions.0.map(\.range), in: mentions.1.range)
    }
    Soundness.check(result.facts, in: article.source)
  }
}
