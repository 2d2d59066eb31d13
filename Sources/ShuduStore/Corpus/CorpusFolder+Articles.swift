import Foundation

extension CorpusFolder {
  /// A file of `articles/`.
  public struct ArticleFile: Sendable, Equatable {
    /// Path below the corpus, `articles/a.md`.
    public var path: String
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970.
    public var modified: Int
    public var inode: Int
    /// Why it is no article file: a symbolic link out of the corpus, a file of unknown type; nil for good ones.
    public var refusal: String?
  }

  /// The extensions of articles.
  public static let articleExtensions: Set<String> = [
    "txt", "md", "markdown", "html", "htm", "jsonl",
  ]

  /// Every file below `articles/`, sorted by path in bytes; hidden ones (`.git`) are left out.
  ///
  /// Symbolic links are followed to files within the corpus alone. One that leads out is listed with its refusal.
  public func articleFiles() throws(StoreError) -> [ArticleFile] {
    var files: [ArticleFile] = []
    guard FileManager.default.fileExists(atPath: articles) else { return [] }
    try list("articles", to: &files, root: resolved(path) ?? path)
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return files
  }

  private func list(
    _ folder: String, to files: inout [ArticleFile], root: String
  ) throws(StoreError) {
    guard let directory = opendir(file(folder)) else {
      throw .file(path: file(folder), code: errno)
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      var status = stat()
      guard lstat(file(path), &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try list(path, to: &files, root: root)
      case S_IFLNK: addLink(path, to: &files, root: root)
      case S_IFREG: add(path, status, to: &files)
      default: continue
      }
    }
  }

  private func addLink(_ path: String, to files: inout [ArticleFile], root: String) {
    var status = stat()
    guard let target = resolved(file(path)), stat(file(path), &status) == 0 else {
      return refuse(path, "a symbolic link to nothing", to: &files)
    }
    guard target.hasPrefix(root + "/") else {
      return refuse(path, "a symbolic link out of the corpus", to: &files)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return refuse(path, "a symbolic link to a folder", to: &files)
    }
    add(path, status, to: &files)
  }

  private func add(_ path: String, _ status: stat, to files: inout [ArticleFile]) {
    let suffix = path.split(separator: "/").last?.split(separator: ".").last ?? ""
    guard CorpusFolder.articleExtensions.contains(suffix.lowercased()) else { return }
    files.append(
      ArticleFile(
        path: path, size: Int(status.st_size),
        modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
        inode: Int(bitPattern: status.st_ino), refusal: nil))
  }

  private func refuse(_ path: String, _ reason: String, to files: inout [ArticleFile]) {
    files.append(ArticleFile(path: path, size: 0, modified: 0, inode: 0, refusal: reason))
  }

  private func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
