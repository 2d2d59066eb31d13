/// Text without markup that knows, for every unit, where in the file it stood.
///
/// Reading makes one for each block; layout joins torn ones. Later stages hold half-open ranges of
/// UTF-16 units into `units` and come back to the file by `source(of:)`.
public struct MappedText: Sendable, Equatable {
  /// A stretch of the text that stands in one piece in the file.
  public struct Run: Sendable, Equatable {
    /// Where the stretch begins in the text.
    public var start: Int
    /// How many units of the text it has.
    public var length: Int
    /// Where it stands in the file. As long as `length`, unless it was decoded (an HTML entity).
    public var source: Range<Int>
    /// Whether the file spells these units otherwise, so that the run can't be divided.
    public var isDecoded: Bool
  }

  public private(set) var units: [UInt16] = []
  /// Ascending in `start`, without gaps in the text.
  public private(set) var runs: [Run] = []

  public init() {}

  public var isEmpty: Bool { units.isEmpty }
  public var count: Int { units.count }

  /// Appends a stretch of the file as it stands.
  public mutating func append(_ range: Range<Int>, of source: [UInt16]) {
    guard !range.isEmpty else { return }
    if let last = runs.last, !last.isDecoded, last.source.upperBound == range.lowerBound {
      runs[runs.count - 1].length += range.count
      runs[runs.count - 1].source = last.source.lowerBound..<range.upperBound
    } else {
      runs.append(Run(start: units.count, length: range.count, source: range, isDecoded: false))
    }
    units.append(contentsOf: source[range])
  }

  /// Appends units that the file spells otherwise, such as `&amp;`.
  public mutating func append(decoded: [UInt16], from range: Range<Int>) {
    guard !decoded.isEmpty else { return }
    runs.append(Run(start: units.count, length: decoded.count, source: range, isDecoded: true))
    units.append(contentsOf: decoded)
  }

  /// Appends a range of another text with its places in the file.
  public mutating func append(_ range: Range<Int>, of other: MappedText) {
    guard !range.isEmpty else { return }
    var index = other.runIndex(at: range.lowerBound)
    while index < other.runs.count, other.runs[index].start < range.upperBound {
      let run = other.runs[index]
      let low = max(run.start, range.lowerBound)
      let high = min(run.start + run.length, range.upperBound)
      if run.isDecoded {
        append(decoded: Array(other.units[low..<high]), from: run.source)
      } else {
        let at = run.source.lowerBound - run.start
        appendRun(low + at..<high + at, units: other.units[low..<high])
      }
      index += 1
    }
  }

  /// Appends the whole of another text with its places in the file.
  public mutating func append(_ other: MappedText) {
    append(0..<other.count, of: other)
  }

  /// Half-open ranges of the file that hold a range of the text, in reading order, neighbours merged.
  ///
  /// Cost: logarithmic in the number of runs, and linear in the runs that the range covers.
  public func source(of range: Range<Int>) -> [Range<Int>] {
    // Nearly all stand in one piece.
    let index = runIndex(at: range.lowerBound)
    if !range.isEmpty, index < runs.count, case let first = runs[index], !first.isDecoded,
      first.start + first.length >= range.upperBound
    {
      let shift = first.source.lowerBound - first.start
      return [range.lowerBound + shift..<range.upperBound + shift]
    }
    var result: [Range<Int>] = []
    forEachPiece(of: range) { piece in
      if let last = result.last, last.upperBound == piece.source.lowerBound {
        result[result.count - 1] = last.lowerBound..<piece.source.upperBound
      } else {
        result.append(piece.source)
      }
    }
    return result
  }

  /// A part of one run: its units, and where they stand in the file.
  struct Piece {
    var range: Range<Int>
    var source: Range<Int>
    var isDecoded: Bool
  }

  /// Calls `body` with the parts of runs that a range covers, in reading order.
  @inline(__always)
  func forEachPiece(of range: Range<Int>, _ body: (Piece) -> Void) {
    guard !range.isEmpty else { return }
    var index = runIndex(at: range.lowerBound)
    while index < runs.count, runs[index].start < range.upperBound {
      let run = runs[index]
      let low = max(run.start, range.lowerBound)
      let high = min(run.start + run.length, range.upperBound)
      let shift = run.source.lowerBound - run.start
      body(
        Piece(
          range: low..<high, source: run.isDecoded ? run.source : low + shift..<high + shift,
          isDecoded: run.isDecoded))
      index += 1
    }
  }

  /// Where in the file the unit at an offset stands; the end of the text for the offset `count`.
  public func sourceOffset(of offset: Int) -> Int {
    guard offset < count else { return runs.last?.source.upperBound ?? 0 }
    let run = runs[runIndex(at: offset)]
    return run.isDecoded ? run.source.lowerBound : run.source.lowerBound + offset - run.start
  }

  /// The characters of a range; an unpaired surrogate becomes U+FFFD.
  public func text(in range: Range<Int>) -> String {
    String(utf16: units[range])
  }

  private func runIndex(at offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start + runs[middle].length <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private mutating func appendRun(_ range: Range<Int>, units slice: ArraySlice<UInt16>) {
    if let last = runs.last, !last.isDecoded, last.source.upperBound == range.lowerBound {
      runs[runs.count - 1].length += range.count
      runs[runs.count - 1].source = last.source.lowerBound..<range.upperBound
    } else {
      runs.append(Run(start: units.count, length: range.count, source: range, isDecoded: false))
    }
    units.append(contentsOf: slice)
  }
}
