import Foundation

/// Writes bytes to a descriptor as they are; `fputs` would end at a NUL.
enum StandardOutput {
  /// The reader has gone away, or the disk is full.
  struct Failure: Error {
    var code: Int32
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32 = 1) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(code: errno)
      }
      start += count
    }
  }

  /// Writes a line to standard error, where nothing can be done if that fails. It may name files and quote articles.
  static func complain(_ line: String) {
    try? write(Array((line.harmless + "\n").utf8), to: 2)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
