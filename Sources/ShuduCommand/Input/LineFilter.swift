import Foundation

/// Runs a filter over standard input: exactly one line out for each line in, in the same order.
///
/// Lines are cut at `\n` from the raw bytes, since `readLine` repairs bad UTF-8 and offsets would drift. Answers
/// are written whenever no more input is at hand, so that a caller may wait for each.
enum LineFilter {
  /// - Parameter limit: the most bytes of a line; a longer one is answered with an error.
  static func run(limit: Int, _ answer: ([UInt8]) -> [UInt8]) throws {
    var pending: [UInt8] = []
    var scanned = 0
    var isOverlong = false
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw StandardOutput.Failure(code: errno) }
      if count == 0 { break }
      pending.append(contentsOf: chunk[..<count])
      var start = 0
      while let end = pending[scanned...].firstIndex(of: 0x0A) {
        isOverlong = isOverlong || end - start > limit
        output += isOverlong ? overlong(limit) : answer(Array(pending[start..<end]))
        isOverlong = false
        start = end + 1
        scanned = start
        if output.count > 1 << 20 { try flush(&output) }
      }
      pending.removeFirst(start)
      if pending.count > limit {
        isOverlong = true
        pending.removeAll()
      }
      scanned = pending.count
      try flush(&output)
    }
    if isOverlong || !pending.isEmpty {
      output += isOverlong ? overlong(limit) : answer(pending)
      try flush(&output)
    }
  }

  private static func flush(_ output: inout [UInt8]) throws {
    try StandardOutput.write(output)
    output.removeAll(keepingCapacity: true)
  }

  private static func overlong(_ limit: Int) -> [UInt8] {
    FilterLine.error(
      id: nil, code: "too_large", reason: "has more than \(limit) bytes; --max-size allows more")
  }
}
