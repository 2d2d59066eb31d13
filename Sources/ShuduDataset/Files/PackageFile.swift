import Crypto
import Foundation

/// Reads files of a package.
enum PackageFile {
  /// Counts and hashes a file, a chunk at a time.
  static func measure(_ path: String, name: String) throws(DatasetError) -> WrittenFile {
    var hash = SHA256()
    var count = 0
    try forEachChunk(of: path) { chunk in
      hash.update(data: chunk)
      count += chunk.count
    }
    return WrittenFile(name: name, bytes: count, hash: Digest.text(hash.finalize()))
  }

  /// All bytes of a file.
  static func read(_ path: String) throws(DatasetError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk(of: path) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Calls `body` with each line, without its line break.
  static func forEachLine(
    of path: String, _ body: ([UInt8]) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    var pending: [UInt8] = []
    try forEachChunk(of: path) { chunk throws(DatasetError) in
      var rest = chunk[...]
      while let end = rest.firstIndex(of: 0x0A) {
        pending.append(contentsOf: rest[..<end])
        if !pending.isEmpty { try body(pending) }
        pending.removeAll(keepingCapacity: true)
        rest = rest[(end + 1)...]
      }
      pending.append(contentsOf: rest)
    }
    if !pending.isEmpty { try body(pending) }
  }

  private static func forEachChunk(
    of path: String, _ body: (ArraySlice<UInt8>) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, code: errno)
      }
      try body(chunk[..<count])
    }
  }
}
