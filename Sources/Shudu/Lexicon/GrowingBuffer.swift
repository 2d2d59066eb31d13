/// Memory for one piece of work, of a size that nobody knows before.
///
/// What a `FixedBuffer` is beside an array, this is for one that is appended to: no append asks who else holds it.
/// Indexes are checked as an array's are.
final class GrowingBuffer<Element: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(8, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count &+= 1
  }

  @inline(never)
  private func grow() {
    let more = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    more.moveInitialize(from: base, count: count)
    base.deallocate()
    base = more
    capacity *= 2
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index beyond the buffer")
    return base[index]
  }

  /// The element at an index that `append` counted before. Without a check.
  @inline(__always)
  func known(_ index: Int) -> Element {
    assert(UInt(bitPattern: index) < UInt(bitPattern: count), "index beyond the buffer")
    return base[index]
  }
}
