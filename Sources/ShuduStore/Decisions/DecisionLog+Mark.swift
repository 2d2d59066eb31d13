import Foundation
import ShuduInput

extension DecisionLog {
  /// How far the log was read, and by what it is told whether the part that was read is still the same.
  struct Mark: Equatable {
    var inode: UInt
    /// Bytes of whole lines.
    var length: Int
    /// The hash of the bytes right before `length`.
    var tail: String

    private static let tailLength = 4096

    var text: String { "\(inode) \(length) \(tail)" }

    init?(text: String?) {
      let parts = (text ?? "").split(separator: " ")
      guard parts.count == 3, let inode = UInt(parts[0]), let length = Int(parts[1]) else {
        return nil
      }
      self.inode = inode
      self.length = length
      tail = String(parts[2])
    }

    fileprivate init?(_ descriptor: Int32, length: Int) {
      var status = stat()
      guard fstat(descriptor, &status) == 0, Int(status.st_size) >= length else { return nil }
      inode = status.st_ino
      self.length = length
      var bytes = [UInt8](repeating: 0, count: min(length, Mark.tailLength))
      let start = length - bytes.count
      guard pread(descriptor, &bytes, bytes.count, off_t(start)) == bytes.count else { return nil }
      tail = ArticleInput.version(of: bytes)
    }
  }

  /// What was appended after a mark; nil where the log is another than it was then.
  func appended(after mark: Mark) throws(StoreError) -> Data? {
    try withDescriptor { descriptor in
      guard Mark(descriptor, length: mark.length) == mark else { return nil }
      return DecisionLog.bytes(of: descriptor, from: mark.length)
    } ?? nil
  }

  /// The mark of the log read up to a length.
  func mark(at length: Int) throws(StoreError) -> Mark? {
    try withDescriptor { Mark($0, length: length) } ?? nil
  }

  private func withDescriptor<Value>(
    _ body: (Int32) -> Value
  ) throws(StoreError) -> Value? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .file(path: path, code: errno)
    }
    defer { close(descriptor) }
    return body(descriptor)
  }

  private static func bytes(of descriptor: Int32, from start: Int) -> Data {
    var data = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &chunk, chunk.count, off_t(start + data.count))
      guard count > 0 else { return data }
      data.append(contentsOf: chunk[..<count])
    }
  }
}
