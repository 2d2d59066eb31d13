import Foundation

/// The articles of a folder, as texts to be repeated.
struct BenchmarkText {
  let articles: [String]

  init(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    articles = names.sorted().compactMap { name in
      guard name.hasSuffix(".txt") || name.hasSuffix(".md") else { return nil }
      return try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }
    precondition(!articles.isEmpty, "no .txt or .md articles in \(folder)")
  }

  /// Articles one after another, repeated until they have that many bytes of UTF-8.
  func repeated(bytes: Int) -> [String] {
    var result: [String] = []
    var total = 0
    while total < bytes {
      for article in articles where total < bytes {
        result.append(article)
        total += article.utf8.count
      }
    }
    return result
  }
}
