import Foundation

/// Held by the one process that writes a corpus's index; the system lets it go when the process ends, however it ends.
public final class IndexLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `locked` where another process holds it, with that process's number.
  public init(_ folder: CorpusFolder) throws(StoreError) {
    guard mkdir(folder.derived, 0o755) == 0 || errno == EEXIST else {
      throw .file(path: folder.derived, code: errno)
    }
    let descriptor = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .file(path: folder.lock, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var digits = [UInt8](repeating: 0, count: 20)
      let count = pread(descriptor, &digits, digits.count, 0)
      let text = String(decoding: digits[..<max(0, count)], as: UTF8.self)
      close(descriptor)
      throw .locked(
        path: folder.path, process: Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }
    self.descriptor = descriptor
    let number = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, number, number.count, 0)
  }

  deinit { close(descriptor) }
}
