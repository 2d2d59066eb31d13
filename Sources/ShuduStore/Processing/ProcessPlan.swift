import Foundation
import GRDB
import ShuduInput

/// What `process` has to do, and why: article files beside what the index knows of them.
struct ProcessPlan: Sendable {
  /// A file as the index knows it.
  struct Known: Sendable {
    var id: Int64
    var path: String
    var size: Int
    var modified: Int
    var inode: Int
    var hash: String?
    var key: String
    var stamp: Stamp?
    var error: String?
  }

  /// A file that must be looked at.
  struct Task: Sendable {
    var file: CorpusFolder.ArticleFile
    var key: String
    var known: Known?
    /// What is known already without reading the file; nil where its bytes must tell.
    var reason: FileReport.Reason?
    /// The path that it had before, where it was renamed since.
    var renamedFrom: String?
  }

  private(set) var tasks: [Task] = []
  /// Number of files that need not be looked at.
  private(set) var unchanged = 0
  /// Rows whose files are gone, and whether they are there under another path.
  private(set) var vanished: [(row: Known, isRenamed: Bool)] = []

  /// - Parameters:
  ///   - keys: the path at first sight by present path.
  ///   - again: whether everything is done again.
  ///   - renamedFrom: the old path by the new one, of files that were renamed since the last run.
  init(
    files: [CorpusFolder.ArticleFile], known: [Known], keys: [String: String], stamp: Stamp,
    again: Bool, renamedFrom: [String: String]
  ) {
    var rows = Dictionary(known.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for file in files {
      let row = rows.removeValue(forKey: file.path)
      let key = keys[file.path] ?? file.path
      guard let row else {
        tasks.append(Task(file: file, key: key, renamedFrom: renamedFrom[file.path]))
        continue
      }
      let isTouched =
        row.size != file.size || row.modified != file.modified || row.inode != file.inode
      let reason =
        ProcessPlan.reason(for: row, stamp: stamp, again: again) ?? (row.key == key ? nil : .key)
      if isTouched || reason != nil || file.refusal != nil {
        tasks.append(Task(file: file, key: key, known: row, reason: reason))
      } else {
        unchanged += 1
      }
    }
    let old = Set(renamedFrom.values)
    vanished = rows.values.sorted { $0.path < $1.path }.map { ($0, old.contains($0.path)) }
  }

  private static func reason(for row: Known, stamp: Stamp, again: Bool) -> FileReport.Reason? {
    guard let old = row.stamp, row.hash != nil, row.error == nil else { return .failedBefore }
    if again { return .asked }
    if old.extractor != stamp.extractor { return .extractor }
    if old.lexicon != stamp.lexicon { return .lexicon }
    if old.settings != stamp.settings { return .settings }
    return nil
  }
}

/// What a file's facts depend on beside its bytes.
struct Stamp: Sendable, Equatable {
  var extractor: String
  var lexicon: String
  /// The settings that extraction knows.
  var settings: String

  init(extractor: String, lexicon: String, settings: CorpusSettings) {
    self.extractor = extractor
    self.lexicon = lexicon
    var text = "maximum_size=\(settings.sizeLimit)"
    if let dates = settings.dates, !dates.isEmpty {
      let lines = dates.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }
      text += ";dates=" + ArticleInput.version(of: Array(lines.joined().utf8))
    }
    self.settings = text
  }

  /// Columns hold it as one text.
  var text: String { "\(extractor) \(lexicon) \(settings)" }

  init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3 else { return nil }
    (extractor, lexicon, settings) = (parts[0], parts[1], parts[2])
  }
}

/// What became of one file.
public struct FileReport: Sendable, Equatable {
  public enum Reason: String, Sendable, Codable {
    case new, edited
    case failedBefore = "failed before"
    case extractor = "extractor changed"
    case lexicon = "lexicon changed"
    case settings = "settings changed"
    case key = "key changed"
    case asked
  }

  public enum Outcome: Sendable, Equatable {
    case processed(Reason)
    /// Found under another path than before.
    case renamed(from: String)
    /// Looked at, and the same bytes as before.
    case same
    case removed
  }

  public var path: String
  public var outcome: Outcome
  public var facts = 0
  /// Why the file, or some of its lines, gave nothing.
  public var failures: [String] = []
}
