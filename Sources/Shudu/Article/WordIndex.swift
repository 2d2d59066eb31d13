/// Numbers of words in the order in which they came: found by the hash that words bring with them.
///
/// The standard dictionary makes a hash of its own from that one at each look-up, which costs ten times as much.
struct WordIndex: Sendable {
  private(set) var words: [NameWords] = []
  /// Numbers plus one, 0 for a free slot; at most half are in use.
  private var slots: [Int32] = []

  init() {}

  /// One that takes so many words without growing.
  init(room: Int) {
    words.reserveCapacity(room)
    slots = Array(repeating: 0, count: room * 2)
  }

  /// The number of some words; nil for those that never came.
  subscript(words: NameWords) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slots[slot(of: words)]
    return slot == 0 ? nil : Int(slot) - 1
  }

  func contains(_ words: NameWords) -> Bool { self[words] != nil }

  /// The number of some words, which is a new one where they had none.
  @discardableResult
  mutating func insert(_ new: NameWords) -> Int {
    if words.count * 2 >= slots.count { grow() }
    let slot = slot(of: new)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    words.append(new)
    slots[slot] = Int32(truncatingIfNeeded: words.count)
    return words.count - 1
  }

  /// The slot of some words, or the free one where they would stand.
  private func slot(of wanted: NameWords) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: wanted.digest) & mask
    while slots[slot] != 0, words[Int(slots[slot]) - 1] != wanted { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(32, slots.count * 2))
    for number in words.indices { slots[slot(of: words[number])] = Int32(number + 1) }
  }
}

/// Values by words.
struct WordMap<Value: Sendable>: Sendable {
  private var index = WordIndex()
  private var values: [Value] = []

  /// The value of some words; setting none changes nothing.
  subscript(words: NameWords) -> Value? {
    get { index[words].map { values[$0] } }
    set {
      guard let newValue else { return }
      let number = index.insert(words)
      if number == values.count { values.append(newValue) } else { values[number] = newValue }
    }
  }
}
