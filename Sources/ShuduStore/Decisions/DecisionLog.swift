import Foundation

/// `decisions.jsonl`: decisions one a line, only ever appended to.
///
/// An appended decision is on the disk before `append` returns. Processes that append at the same time wait for one
/// another by a lock on the file. A last line that a dying process left torn was never acknowledged: readers pass
/// over it, and the next writer moves it to `.shudu/torn-decisions.txt`.
public struct DecisionLog: Sendable {
  public let path: String
  private let tornPath: String

  public init(_ folder: CorpusFolder) {
    path = folder.decisions
    tornPath = folder.derived + "/torn-decisions.txt"
  }

  /// What a log holds.
  public struct Contents: Sendable {
    /// In the order in which they are meant: `when`, then `id`. A line that stands twice counts once.
    public var decisions: [Decision] = []
    /// Lines that are no decisions, and ids that stand for two different ones; such lines have no effect.
    public var problems: [Problem] = []
    /// Bytes of a torn last line.
    public var torn = 0
    /// Bytes up to the end of the last whole line.
    public var length = 0
  }

  public struct Problem: Sendable, Equatable {
    /// Counted from 1.
    public var line: Int
    public var reason: String
  }

  /// Reads the whole log; a corpus without one has no decisions.
  ///
  /// Cost: linear, about 100,000 decisions a second.
  public func read() throws(StoreError) -> Contents {
    guard let data = FileManager.default.contents(atPath: path) else {
      guard !FileManager.default.fileExists(atPath: path) else {
        throw .file(path: path, code: EACCES)
      }
      return Contents()
    }
    return DecisionLog.contents(of: data)
  }

  /// Reads the bytes of a log, or of a part of one that begins with a line.
  public static func contents(of data: Data) -> Contents {
    var contents = Contents()
    var known: [String: Decision] = [:]
    let decoder = JSONDecoder()
    var start = data.startIndex
    var line = 0
    while start < data.endIndex {
      line += 1
      let end = data[start...].firstIndex(of: 0x0A)
      let bytes = data[start..<(end ?? data.endIndex)]
      start = end.map { $0 + 1 } ?? data.endIndex
      guard bytes.contains(where: { $0 > 0x20 }) else {
        contents.length = start - data.startIndex
        continue
      }
      do {
        let decision = try decoder.decode(Decision.self, from: Data(bytes))
        contents.length = start - data.startIndex
        guard let other = known[decision.id] else {
          known[decision.id] = decision
          contents.decisions.append(decision)
          continue
        }
        if other != decision {
          contents.problems.append(
            Problem(line: line, reason: "another decision has the id \(decision.id)"))
        }
      } catch {
        if end == nil {
          contents.torn = bytes.count
        } else {
          contents.length = start - data.startIndex
          let reason = (error as? DecodingError)?.place ?? "no decision"
          contents.problems.append(Problem(line: line, reason: reason))
        }
      }
    }
    contents.decisions.sort(by: Decision.precedes)
    return contents
  }

  /// Appends decisions, all or none, and returns when they are on the disk.
  public func append(_ decisions: [Decision]) throws(StoreError) {
    guard !decisions.isEmpty else { return }
    var bytes = Data()
    for decision in decisions {
      guard let line = try? decision.line() else {
        throw .refused(reason: "decision \(decision.id) can't be written as JSON")
      }
      bytes += line
      bytes.append(0x0A)
    }
    let descriptor = try open()
    defer { close(descriptor) }
    let end = try mendEnd(of: descriptor)
    do throws(StoreError) {
      try write(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw .file(path: path, code: errno) }
    } catch {
      // What was not acknowledged does not stand.
      _ = ftruncate(descriptor, off_t(end))
      throw error
    }
  }

  /// The log opened and locked; one that was replaced meanwhile (by git) is opened anew.
  private func open() throws(StoreError) -> Int32 {
    while true {
      let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw .file(path: path, code: errno) }
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      var mine = stat()
      var current = stat()
      if fstat(descriptor, &mine) == 0, stat(path, &current) == 0, mine.st_ino == current.st_ino,
        mine.st_dev == current.st_dev
      {
        if mine.st_size == 0 { FileSync.folder(of: path) }
        return descriptor
      }
      close(descriptor)
    }
  }

  /// Sets a torn last line aside, ends one that only lacks its line break, and returns the log's length.
  private func mendEnd(of descriptor: Int32) throws(StoreError) -> Int {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0 else { return 0 }
    var tail = Data()
    var start = size
    while start > 0 {
      let count = min(start, 1 << 16)
      var chunk = [UInt8](repeating: 0, count: count)
      guard pread(descriptor, &chunk, count, off_t(start - count)) == count else {
        throw .file(path: path, code: errno)
      }
      start -= count
      if let last = chunk.lastIndex(of: 0x0A) {
        tail = Data(chunk[(last + 1)...]) + tail
        break
      }
      tail = Data(chunk) + tail
    }
    guard !tail.isEmpty else { return size }
    if (try? JSONDecoder().decode(Decision.self, from: tail)) != nil {
      try write(Data([0x0A]), to: descriptor)
      return size + 1
    }
    setAside(tail)
    guard ftruncate(descriptor, off_t(size - tail.count)) == 0 else {
      throw .file(path: path, code: errno)
    }
    lseek(descriptor, 0, SEEK_END)
    return size - tail.count
  }

  private func setAside(_ tail: Data) {
    let folder = URL(fileURLWithPath: tornPath).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let descriptor = Foundation.open(tornPath, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    try? write(tail + [0x0A], to: descriptor)
  }

  private func write(_ data: Data, to descriptor: Int32) throws(StoreError) {
    let bytes = [UInt8](data)
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .file(path: path, code: errno)
      }
      start += count
    }
  }
}

/// Makes a new file's name as lasting as its bytes.
enum FileSync {
  static func folder(of path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
