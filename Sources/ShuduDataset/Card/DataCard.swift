import ShuduEvaluation
import ShuduStore

/// `README.md`: the dataset's card, in the form that the Hugging Face hub reads, in Chinese and English.
struct DataCard {
  static let name = "README.md"

  let title: String
  let settings: CorpusSettings
  let options: RebuildOptions
  let making: PackageDescriptor.Making
  let counts: DatasetCounts
  let quality: MeasuredQuality?
  let hasParquet: Bool

  func text() -> String {
    frontMatter() + "\n# \(Markdown.inline(title))\n\n" + description() + contents() + counted()
      + measured() + gaps() + provenance()
  }

  // MARK: Front matter

  private func frontMatter() -> String {
    var text = "---\nlanguage:\n- zh\npretty_name: \(Markdown.yaml(title))\n"
    if let license = settings.license {
      // The hub knows licences by their SPDX identifiers in lower case.
      let isIdentifier = !license.contains(where: \.isWhitespace)
      text +=
        isIdentifier
        ? "license: \(Markdown.yaml(license.lowercased()))\n"
        : "license: other\nlicense_name: \(Markdown.yaml(license))\n"
    }
    text += "task_categories:\n- token-classification\n- table-question-answering\n"
    text += "tags:\n- news\n- statistics\n- information-extraction\n- shudu\n"
    text += "size_categories:\n- \(sizeCategory)\nconfigs:\n"
    for table in ["facts", "articles", "sentences", "entities", "units", "unclaimed"] {
      text += "- config_name: \(table)\n  data_files: \(table).csv\n"
      if table == "facts" { text += "  default: true\n" }
    }
    return text + "---\n"
  }

  private var sizeCategory: String {
    switch counts.facts {
    case ..<1_000: "n<1K"
    case ..<10_000: "1K<n<10K"
    case ..<100_000: "10K<n<100K"
    case ..<1_000_000: "100K<n<1M"
    default: "1M<n<10M"
    }
  }

  // MARK: Sections

  private func description() -> String {
    var text = ""
    if let words = settings.description { text += Markdown.inline(words) + "\n\n" }
    text += """
      从中文新闻报道中逐条提取的数字事实：每条含数值、单位、指标、主体、时间、状态，以及原文句子，位置精确到字。由 \
      [数读 Shudu](#制作-how-it-was-made) 从文章与审核记录生成，同样的输入得到逐字节相同的结果。

      Facts that Chinese news articles state in numbers: each with its value, unit, what it measures, whose it is, when, \
      whether it is done or hoped for, and the sentence that says so, to the character. Made from articles and \
      review decisions; the same input gives the same bytes. `index.html` opens from disk.


      """
    if options.withoutText {
      text += """
        此版不含句子原文，只有事实与位置。This edition leaves the articles' sentences out: facts and places alone.


        """
    }
    return text
  }

  private func contents() -> String {
    var rows = [
      ("facts.csv", "事实，一行一条", "one row a fact"),
      ("facts.jsonl", "事实的完整记录", "whole records"),
      ("articles.csv", "文章", "articles"), ("sentences.csv", "句子", "sentences"),
      ("entities.csv", "人名、地名、机构等", "names of persons, places, organizations, …"),
      ("units.csv", "单位", "units"),
      ("unclaimed.csv", "未取的数字及原因", "numerals that no fact took, with the reason"),
      ("dataset.sqlite", "以上各表，可查询", "all tables, ready for queries"),
    ]
    if hasParquet { rows.append(("facts.parquet", "事实，列式", "facts in columns")) }
    rows += [
      ("index.html", "浏览页", "the dataset as a page"),
      ("CHANGES.md", "与上一版的差异及原因", "what is told otherwise than before, and why"),
      ("datapackage.json", "Data Package v2 描述", "schemas, sizes, hashes, keys"),
    ]
    let lines = rows.map { "| `\($0.0)` | \($0.1) | \($0.2) |\n" }.joined()
    return """
      ## 内容 · What is in it

      | 文件 file | 内容 | what |
      |---|---|---|
      \(lines)
      CSV 为 RFC 4180、UTF-8。以 `= + - @` 或撇号开头的文字前加一个撇号，以免电子表格当作公式执行；去掉开头的一个撇号即为原文。\
      位置是文件中 Unicode 字符的半开区间。精确数值为十进制字符；SQLite 中另有 `…_real` 列供计算。

      CSV is RFC 4180 in UTF-8. A text that begins with `= + - @` or an apostrophe has one apostrophe before it, so \
      that no spreadsheet runs it as a formula: take one leading apostrophe away. Places are half-open ranges of the file's \
      Unicode scalars. Exact numbers are decimal digits; SQLite has columns `…_real` beside them to calculate with.


      """
  }

  private func counted() -> String {
    var rows = [
      ("文章", "articles", counts.articles), ("其中转载", "of these reprints", counts.reprints),
      ("事实", "facts", counts.facts),
      ("其中重复叙述", "of these told before", counts.repeated),
      ("句子", "sentences", counts.sentences), ("名称", "names", counts.entities),
      ("单位", "units", counts.units),
      ("未取的数字", "numerals that no fact took", counts.unclaimed),
      ("其中含阿拉伯数字", "of these with Arabic digits", counts.unclaimedArabic),
      ("审核否定", "facts that reviewers rejected, left out", counts.rejected),
    ]
    if counts.filtered > 0 {
      rows.append(("按选项略去", "facts that options leave out", counts.filtered))
    }
    var text = "## 数量 · Counts\n\n| | | |\n|---|---|---:|\n"
    text += rows.map { "| \($0.0) | \($0.1) | \($0.2) |\n" }.joined()
    if let first = counts.firstDate, let last = counts.lastDate {
      text += "\n文章日期 dates of articles: \(first) – \(last)\n"
    }
    for (name, values) in [
      ("状态 status", counts.byStatus), ("类别 kind", counts.byKind),
      ("审核 review", counts.byReview), ("未取原因 reasons of unclaimed numerals", counts.byReason),
    ] where !values.isEmpty {
      text += "\n\(name): " + DataCard.list(values) + "\n"
    }
    return text + "\n"
  }

  private func measured() -> String {
    var text = "## 准确度 · Measured quality\n\n"
    if let quality {
      text += """
        在本语料 `\(quality.split)` 部分的 \(quality.articles) 篇人工标注文章（\(quality.facts) 条必取事实）上测得的是审核前的程序结果；\
        区间为按文章重抽样的 95 % 区间。`full` 指数值、单位、指标、主体、时间、状态全部正确。

        Measured on the extractor's own output, before any review, over the \(quality.articles) annotated articles of \
        this corpus's split `\(quality.split)` (\(quality.facts) required facts), as `shudu evaluate` does; 95 % \
        intervals by drawing articles anew. `full`: value, unit, measure, subject, time and status are all right.

        | 字段 field | 精确率 precision | 召回率 recall | F1 | 95 % |
        |---|---:|---:|---:|---|

        """
      for row in quality.rows {
        text +=
          "| \(row.field) | \(fixed(row.precision, 3)) | \(fixed(row.recall, 3)) | \(fixed(row.f1, 3)) "
          + "| \(fixed(row.low, 3))–\(fixed(row.high, 3)) |\n"
      }
    } else {
      text += """
        本语料没有人工标注，未测程序的精确率与召回率。

        This corpus has no gold facts, so the extractor's precision and recall were not measured on it.

        """
    }
    return text + "\n" + reviewed()
  }

  /// What reviews say of the facts that people looked at.
  private func reviewed() -> String {
    let right = counts.byReview["accepted", default: 0]
    let corrected = counts.byReview["corrected", default: 0]
    let added = counts.byReview["added", default: 0]
    let judged = right + corrected + counts.rejected
    guard judged + added > 0 else { return "没有审核过的事实。Nothing was reviewed yet.\n\n" }
    let share = judged > 0 ? fixed(Double(right) / Double(judged), 3) : "–"
    let stands = judged > 0 ? fixed(Double(right + corrected) / Double(judged), 3) : "–"
    return """
      审核：在人看过的 \(judged) 条提取结果中，\(right) 条原样确认，\(corrected) 条更正，\(counts.rejected) 条否定；另补 \(added) 条。\
      原样正确的比例 \(share)，成立的比例 \(stands)。审核者自选的事实不是随机样本。

      Review: of \(judged) extracted facts that people judged, \(right) were accepted as they were, \(corrected) corrected, \
      \(counts.rejected) rejected; \(added) were added. Right as extracted: \(share); facts at all: \(stands). Reviewers chose \
      what to look at, so this is no random sample.


      """
  }

  private func gaps() -> String {
    """
    ## 已知不足 · Known gaps

    - 指标与主体由统计权重选出，远不如数值可靠：请先看 `confidence_measure`、`confidence_subject`。The measure and the subject are \
    chosen by weights and are far less sure than the value: look at their confidence first.
    - 未审核的事实（`review` 为 `unreviewed`）没有人看过。Facts with review `unreviewed` were seen by nobody.
    - 没有单位的数字、名称中的数字、日期不是事实，列在 `unclaimed.csv`。Numbers without units, in names, and dates are no facts and \
    stand in `unclaimed.csv`.
    - 图片与图中文字不在其中。Pictures, and words in them, are not read.
    - 转载与重复叙述以 `reprint_of`、`same_as` 标出，求和前应排除。Reprints and repeated tellings are marked; leave them out before adding up.


    """
  }

  private func provenance() -> String {
    var text = "## 制作 · How it was made\n\n"
    text += "Shudu \(making.program), lexicon `\(making.lexicon)`.\n"
    if !making.options.isEmpty {
      text += "\n选项 options: `\(making.options.joined(separator: " "))`\n"
    }
    if let sources = settings.sources, !sources.isEmpty {
      text += "\n来源 sources:\n\n"
      for source in sources {
        text += "- \(Markdown.inline(source.title))"
        if let path = source.path { text += ", \(Markdown.inline(path))" }
        text += "\n"
      }
    }
    return text + "\n`shudu verify DIR --corpus CORPUS` 核对本数据包 checks this package.\n"
  }

  /// `actual 12, target 3`, most frequent first.
  private static func list(_ values: [String: Int]) -> String {
    values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
