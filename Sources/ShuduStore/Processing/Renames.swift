import ShuduInput

/// Files that the index knows under a path where no file stands any more, found by their bytes under another.
struct Renames {
  /// For each new path the old one.
  private(set) var from: [String: String] = [:]
  private(set) var lines: [RenameLog.Line] = []

  /// Cost: reads new files that are as long as a vanished one.
  init(
    files: [CorpusFolder.ArticleFile], known: [ProcessPlan.Known], folder: CorpusFolder, limit: Int
  ) {
    let present = Set(files.map(\.path))
    let old = Set(known.map(\.path))
    var vanished: [Int: [ProcessPlan.Known]] = [:]
    for row in known where !present.contains(row.path) && row.hash != nil {
      vanished[row.size, default: []].append(row)
    }
    guard !vanished.isEmpty else { return }
    for file in files where file.refusal == nil && !old.contains(file.path) {
      guard let rows = vanished[file.size],
        let bytes = try? FileBytes.read(folder.file(file.path), limit: limit)
      else { continue }
      let hash = ArticleInput.version(of: bytes)
      guard let turn = rows.firstIndex(where: { $0.hash == hash }) else { continue }
      let row = rows[turn]
      vanished[file.size]?.remove(at: turn)
      from[file.path] = row.path
      lines.append(RenameLog.Line(key: row.key, path: file.path, version: hash))
    }
  }
}
