/// An array that never changes and is never freed, for tables that every character of a text is looked up in.
///
/// An array held by a table held by a recognizer is retained and released, atomically, around each loop that reads it; this
/// is read by its address, which costs nothing. Made once a program, for each table of words. Indexes are checked as an
/// array's are.
struct FixedTable<Element: BitwiseCopyable & Sendable>: @unchecked Sendable, BitwiseCopyable {
  // Unchecked: the memory is written before the value exists, and never after.
  private let base: UnsafePointer<Element>
  let count: Int

  init(_ elements: some Collection<Element>) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
    _ = memory.initialize(fromContentsOf: elements)
    guard let base = memory.baseAddress else { preconditionFailure("allocation without address") }
    self.base = UnsafePointer(base)
    count = elements.count
  }

  var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index beyond the table")
    return base[index]
  }

  /// The element at an index that cannot lie beyond the table: a byte's or a unit's, where it has one for each, or one that the
  /// table itself gave. Without a check.
  @inline(__always)
  func known(_ index: Int) -> Element {
    assert(UInt(bitPattern: index) < UInt(bitPattern: count), "index beyond the table")
    return base[index]
  }
}
