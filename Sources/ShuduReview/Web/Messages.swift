import Foundation

/// A language of the pages.
enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The `lang` of the page.
  var tag: String { self == .chinese ? "zh-Hans" : "en" }

  /// The first of ours that an `Accept-Language` header wishes for; Chinese where it wishes for neither.
  init(wishes: String?) {
    var best = (language: Language.chinese, weight: 0.0)
    for wish in (wishes ?? "").split(separator: ",") {
      let parts = wish.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let tag = parts.first?.lowercased(),
        let language = Language.allCases.first(where: {
          tag == $0.rawValue || tag.hasPrefix($0.rawValue + "-")
        })
      else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
        Double($0.dropFirst(2))
      }
      if weight ?? 1 > best.weight { best = (language, weight ?? 1) }
    }
    self = best.language
  }
}

/// The words of the pages, from `messages.tsv`: a line a message, Chinese and English side by side.
struct Messages: Sendable {
  static let standard = Messages(table: WebFiles.text(of: "messages.tsv") ?? "")

  private var texts: [Language: [String: String]] = [:]

  init(table: String) {
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3 else { continue }
      texts[.chinese, default: [:]][cells[0]] = cells[1]
      texts[.english, default: [:]][cells[0]] = cells[2]
    }
  }

  /// The message of a key; the key itself where the table has none.
  func text(_ key: String, _ language: Language) -> String { texts[language]?[key] ?? key }

  /// The whole table in one language, as the scripts read it.
  func json(_ language: Language) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(texts[language] ?? [:])) ?? Data("{}".utf8)
  }

  /// The table as nested dictionaries, so that a template says `t.page.desk`.
  func tree(_ language: Language) -> [String: Any] {
    var tree: [String: Any] = [:]
    for (key, text) in texts[language] ?? [:] {
      Messages.insert(text, at: key.split(separator: ".").map(String.init)[...], into: &tree)
    }
    return tree
  }

  private static func insert(
    _ text: String, at path: ArraySlice<String>, into tree: inout [String: Any]
  ) {
    guard let first = path.first else { return }
    guard path.count > 1 else {
      tree[first] = text
      return
    }
    var branch = tree[first] as? [String: Any] ?? [:]
    insert(text, at: path.dropFirst(), into: &branch)
    tree[first] = branch
  }
}
