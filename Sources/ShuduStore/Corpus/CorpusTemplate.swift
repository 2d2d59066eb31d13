import Foundation

/// The files of a new corpus folder.
public enum CorpusTemplate {
  /// Makes a corpus folder; files that are there already stay as they are.
  ///
  /// - Returns: the paths of what was made.
  /// - Throws: `alreadyThere` where a `corpus.yaml` stands; `file` where the system refuses.
  public static func make(at path: String) throws(StoreError) -> [String] {
    let settings = path + "/corpus.yaml"
    guard !FileManager.default.fileExists(atPath: settings) else {
      throw .alreadyThere(path: settings)
    }
    var made: [String] = []
    for folder in ["", "/articles", "/lexicon"] {
      do {
        try FileManager.default.createDirectory(
          atPath: path + folder, withIntermediateDirectories: true)
      } catch {
        throw .file(path: path + folder, code: errno)
      }
    }
    for (name, text) in files {
      let file = path + "/" + name
      let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw .file(path: file, code: errno) }
      close(descriptor)
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      } catch {
        throw .file(path: file, code: errno)
      }
      made.append(file)
    }
    return made
  }

  /// The settings come last: a folder with them is whole.
  private static let files = [
    (".gitignore", ".shudu/\n"),
    (
      ".gitattributes",
      """
      # Decisions of several people merge line by line; their order is told by their times.
      decisions.jsonl merge=union
      renamed.jsonl merge=union

      """
    ),
    ("lexicon/organizations.tsv", organizations), ("lexicon/places.tsv", places),
    ("lexicon/units.tsv", units), ("lexicon/word-classes.tsv", wordClasses),
    ("corpus.yaml", settings),
  ]

  private static let settings = """
    # Settings of this corpus (Schemas/corpus.schema.json). Every line may be left out.

    # For the dataset's card.
    name: Our corpus
    # description: What the articles are about, and which years.
    # license: CC-BY-4.0
    language: zh

    # Where the articles come from.
    # sources:
    #   - title: The Morning Paper
    #     path: https://paper.example/

    # The most bytes of an article file (16 MiB).
    # maximum_size: 16777216

    # The day of articles that do not tell it themselves, by path below articles/.
    # dates:
    #   2020/a.txt: "2020-12-30"

    """

  private static let organizations = """
    # Bodies and companies that the program does not know. Columns, tab-separated: class, 0, words (by spaces).
    # The class `known` is for names by themselves; take the `#` away:
    #known\t0\t甲乙集团 甲乙科技

    """

  private static let places = """
    # Places that the program does not know. Columns, tab-separated: code, name, short name, level.
    # Levels: province, prefecture, county, city, region, water, mountain, zone, site.
    #\t甲乙新区\t甲乙\tzone

    """

  private static let units = """
    # Units and counters. Columns, tab-separated: word; code (UCUM, or a counter in braces); dimension; factor to the
    # dimension's standard unit.
    #标箱\t{标箱}\tcount\t1

    """

  private static let wordClasses = """
    # Words that are measures or verbs of your field. Columns, tab-separated: word; classes (by spaces): noun, verb,
    # attribute (a property that has a value), rate (one that is a percentage), and others.
    #亩均税收\tnoun attribute

    """
}
