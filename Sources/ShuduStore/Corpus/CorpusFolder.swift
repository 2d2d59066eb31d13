import Foundation

/// The places of a corpus folder, and the article files in it.
///
/// A corpus is a folder that a team keeps in git: `articles/`, `decisions.jsonl`, `corpus.yaml`, `lexicon/`. All
/// else is derived and stands in `.shudu/`.
public struct CorpusFolder: Sendable, Equatable {
  /// The folder, without a slash at its end, as the caller named it.
  public let path: String

  /// - Throws: `noCorpus` where no folder stands there.
  public init(path: String) throws(StoreError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw .noCorpus(path: path) }
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  public var articles: String { path + "/articles" }
  public var settings: String { path + "/corpus.yaml" }
  public var lexicon: String { path + "/lexicon" }
  public var decisions: String { path + "/decisions.jsonl" }
  /// The folder of what is derived.
  public var derived: String { path + "/.shudu" }
  public var index: String { derived + "/index.sqlite" }
  /// Held by the process that writes the index.
  public var lock: String { derived + "/lock" }

  /// The place of a file by its path below the corpus (`articles/a.md`).
  public func file(_ relative: String) -> String { path + "/" + relative }
}
