/// Memory that is used for one piece of work after another.
///
/// An array of a structure is asked at each change whether anybody else holds it, and each sentence would allocate its own;
/// this is one worker's, and keeps the room of the largest piece. Indexes are checked as an array's are.
final class WorkBuffer<Element: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<Element>
  private var capacity = 64
  private(set) var count = 0

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  func removeAll() { count = 0 }

  /// Makes it so many elements, all the same.
  func refill(with element: Element, count: Int) {
    if count > capacity {
      self.count = 0
      reserve(count)
    }
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { reserve(count + 1) }
    (base + count).initialize(to: element)
    count &+= 1
  }

  @inline(never)
  private func reserve(_ room: Int) {
    capacity = max(room, capacity * 2)
    let more = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    more.moveInitialize(from: base, count: count)
    base.deallocate()
    base = more
  }

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

  /// The element at an index that cannot lie beyond the buffer: an offset of the text that it was filled for. Without a check.
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
