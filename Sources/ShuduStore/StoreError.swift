/// What can go wrong with a corpus folder, its index or its decisions. Carries paths, lines and numbers, never
/// an article's text.
public enum StoreError: Error, Sendable, Equatable {
  /// The folder does not exist, or is no folder.
  case noCorpus(path: String)
  /// `init` found something where it would write.
  case alreadyThere(path: String)
  /// `corpus.yaml` is no settings file.
  case badSettings(path: String, reason: String)
  /// A table of `lexicon/` has a line that says nothing.
  case badLexicon(path: String, line: Int, reason: String)
  /// Another process writes to the index.
  case locked(path: String, process: Int?)
  /// The index was made by a newer program.
  case newerSchema(path: String, version: Int, known: Int)
  /// There is no index yet.
  case noIndex(path: String)
  /// SQLite refused; `code` is its extended result code.
  case index(path: String, code: Int, reason: String)
  /// The system refused to read or write a file; `code` is `errno`.
  case file(path: String, code: Int32)
  /// A line of the decisions log, counted from 1, is no decision.
  case badDecision(path: String, line: Int, reason: String)
  /// A decision can't be taken as it is.
  case refused(reason: String)

  /// A sentence for a person.
  public var message: String {
    switch self {
    case .noCorpus(let path): "\(path): no such folder"
    case .alreadyThere(let path): "\(path) is there already"
    case .badSettings(let path, let reason): "\(path): \(reason)"
    case .badLexicon(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .locked(let path, let process):
      "\(path): " + (process.map { "process \($0)" } ?? "another process")
        + " is writing to this corpus; wait for it, or stop it"
    case .newerSchema(let path, let version, let known):
      "\(path): made by a newer shudu (schema \(version), this one knows \(known)); use that one, or delete the file"
    case .noIndex(let path): "\(path): no index yet; run `shudu process` first"
    case .index(let path, let code, let reason): "\(path): \(reason) (SQLite \(code))"
    case .file(let path, let code): "\(path): \(FileReason.text(of: code))"
    case .badDecision(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .refused(let reason): reason
    }
  }
}
