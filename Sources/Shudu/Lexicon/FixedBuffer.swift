/// Memory for one piece of work, of a size that never changes.
///
/// An array of a structure is asked at each change whether anybody else holds it; this never is. Indexes are checked as an
/// array's are.
final class FixedBuffer<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating element: Element, count: Int) {
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index beyond the buffer")
      return base[index]
    }
    _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index beyond the buffer")
      yield &base[index]
    }
  }

  /// The element at an index that cannot lie beyond the buffer: an offset of the text that it was made for. Without a check.
  @inline(__always)
  subscript(known index: Int) -> Element {
    get {
      assert(UInt(bitPattern: index) < UInt(bitPattern: count), "index beyond the buffer")
      return base[index]
    }
    _modify {
      assert(UInt(bitPattern: index) < UInt(bitPattern: count), "index beyond the buffer")
      yield &base[index]
    }
  }
}
