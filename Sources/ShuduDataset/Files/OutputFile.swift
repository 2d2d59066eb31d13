import Crypto
import Foundation

/// A file of the package as it is written: it counts and hashes what goes through it.
final class OutputFile {
  let name: String
  private let path: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var hash = SHA256()
  private var count = 0

  /// Makes a new file in a folder.
  init(_ name: String, in folder: String) throws(DatasetError) {
    self.name = name
    path = "\(folder)/\(name)"
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unwritable(path: path, code: errno) }
    buffer.reserveCapacity(1 << 17)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func write(_ bytes: some Sequence<UInt8>) throws(DatasetError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Ends the file; it stands on the disk when this returns.
  func finish() throws(DatasetError) -> WrittenFile {
    try flush()
    guard fsync(descriptor) == 0, close(descriptor) == 0 else {
      throw .unwritable(path: path, code: errno)
    }
    descriptor = -1
    return WrittenFile(name: name, bytes: count, hash: Digest.text(hash.finalize()))
  }

  private func flush() throws(DatasetError) {
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw .unwritable(path: path, code: errno)
      }
      start += written
    }
    hash.update(data: buffer)
    count += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}

/// A file that stands in the package.
public struct WrittenFile: Sendable, Equatable {
  /// Path below the package's folder.
  public var name: String
  public var bytes: Int
  /// `sha256:` and the hash of its bytes.
  public var hash: String
}

/// Hashes as records write them.
enum Digest {
  static func text(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text = Array("sha256:".utf8)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func text(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(data: Array(bytes))
    return text(hash.finalize())
  }
}
