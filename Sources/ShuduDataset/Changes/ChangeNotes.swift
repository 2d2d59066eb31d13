/// Writes `CHANGES.md`.
enum ChangeNotes {
  static let name = "CHANGES.md"

  /// - Parameter changes: nil where there was no earlier dataset to compare with.
  static func text(_ changes: Changes?, title: String) -> String {
    guard let changes else {
      return """
        # 变更 · Changes: \(Markdown.inline(title))

        没有与更早的版本比较；`shudu rebuild --previous DIR` 会逐条列出增、改、撤及其原因。

        Compared with no earlier release; `shudu rebuild --previous DIR` lists what was added, changed and withdrawn, \
        each with its reason.

        """
    }
    var text = "# 变更 · Changes: \(Markdown.inline(title))\n\n"
    text += "| | 条数 facts | 原因 reasons |\n|---|---:|---|\n"
    let parts = [
      ("新增 added", changes.added), ("更改 changed", changes.changed),
      ("撤回 withdrawn", changes.withdrawn),
    ]
    for (name, list) in parts {
      text += "| \(name) | \(list.count) | \(summary(of: list)) |\n"
    }
    text += """

      原因 reasons: `article` 文章新增、删除或修改 (the article is new, gone or edited); `decision` 审核决定 (people \
      decided so); `extractor` 程序或词表更新 (the program or its words are others); `options` 重建选项不同 (other \
      options of the rebuild).

      """
    for (name, list) in parts where !list.isEmpty {
      text += "\n## \(name)\n\n"
      text += table(list)
    }
    return text
  }

  private static func table(_ list: [Changes.Change]) -> String {
    let hasFields = list.contains { !$0.fields.isEmpty }
    var text = "| 编号 fact | 文章 article | 数字 quote | 指标 measure |"
    text +=
      hasFields
      ? " 更改 what | 原因 reason |\n|---|---|---|---|---|---|\n"
      : " 原因 reason |\n|---|---|---|---|---|\n"
    for change in list {
      var cells = [
        "`\(change.fact)`", Markdown.inline(change.article), Markdown.inline(change.quote),
        Markdown.inline(change.measure ?? ""),
      ]
      if hasFields {
        cells.append(
          change.fields.map { field in
            "\(field.name): \(Markdown.inline(field.before ?? "–")) → \(Markdown.inline(field.now ?? "–"))"
          }.joined(separator: "; "))
      }
      cells.append(
        change.reasons.map { "\($0.word): \(Markdown.inline($0.detail))" }.joined(separator: "; "))
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }

  /// How often each first reason is given.
  private static func summary(of list: [Changes.Change]) -> String {
    var counts: [String: Int] = [:]
    for change in list { counts[change.reasons.first?.word ?? "", default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }
}
