import Foundation

/// A file of lines that is only ever appended to, safely: by one process at a time, and onto the disk.
///
/// A last line without its line break was left by a process that died while it wrote. It was never acknowledged, and
/// the next writer moves it aside.
struct AppendedFile {
  let path: String
  /// Takes torn last lines; nil to drop them.
  var tornPath: String?
  /// Whether a last line that only lacks its line break is whole (as an editor may leave it).
  var isWhole: (Data) -> Bool = { (try? JSONSerialization.jsonObject(with: $0)) != nil }

  init(path: String, tornPath: String? = nil) {
    self.path = path
    self.tornPath = tornPath
  }

  /// Appends lines, all or none, and returns when they are on the disk.
  func append(_ lines: [Data]) throws(StoreError) {
    guard !lines.isEmpty else { return }
    let descriptor = try open()
    defer { close(descriptor) }
    let end = try mendEnd(of: descriptor)
    let bytes = Data(lines.map { $0 + [0x0A] }.joined())
    do throws(StoreError) {
      try write(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw .file(path: path, code: errno) }
    } catch {
      // What was not acknowledged does not stand.
      _ = ftruncate(descriptor, off_t(end))
      throw error
    }
  }

  /// The file opened and locked; one that was replaced meanwhile (by git) is opened anew.
  private func open() throws(StoreError) -> Int32 {
    while true {
      let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw .file(path: path, code: errno) }
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      var mine = stat()
      var current = stat()
      if fstat(descriptor, &mine) == 0, stat(path, &current) == 0, mine.st_ino == current.st_ino,
        mine.st_dev == current.st_dev
      {
        if mine.st_size == 0 { syncFolder() }
        return descriptor
      }
      close(descriptor)
    }
  }

  /// Makes the new file's name as lasting as its bytes.
  private func syncFolder() {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let descriptor = Foundation.open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Sets a torn last line aside, ends one that only lacks its line break, and returns the file's length.
  private func mendEnd(of descriptor: Int32) throws(StoreError) -> Int {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let tail = try lastLine(of: descriptor, size: size)
    guard !tail.isEmpty else { return size }
    if isWhole(tail) {
      try write(Data([0x0A]), to: descriptor)
      return size + 1
    }
    if let tornPath {
      let folder = URL(fileURLWithPath: tornPath).deletingLastPathComponent().path
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let torn = Foundation.open(tornPath, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
      if torn >= 0 {
        try? write(tail + [0x0A], to: torn)
        close(torn)
      }
    }
    guard ftruncate(descriptor, off_t(size - tail.count)) == 0 else {
      throw .file(path: path, code: errno)
    }
    return size - tail.count
  }

  /// What stands after the last line break.
  private func lastLine(of descriptor: Int32, size: Int) throws(StoreError) -> Data {
    var tail = Data()
    var start = size
    while start > 0 {
      let count = min(start, 1 << 16)
      var chunk = [UInt8](repeating: 0, count: count)
      guard pread(descriptor, &chunk, count, off_t(start - count)) == count else {
        throw .file(path: path, code: errno)
      }
      start -= count
      if let last = chunk.lastIndex(of: 0x0A) { return Data(chunk[(last + 1)...]) + tail }
      tail = Data(chunk) + tail
    }
    return tail
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
