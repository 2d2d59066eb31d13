/// Hands out the turns of a batch to workers, and passes their outputs on in order.
///
/// A worker that would run too far ahead of the output waits, so that a batch holds a bounded number of results.
public actor Sequencer<Output: Sendable> {
  private let count: Int
  private let window: Int
  private let emit: @Sendable (Int, Output) -> Void
  private var nextTurn = 0
  private var emitted = 0
  private var ready: [Int: Output] = [:]
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - count: number of turns, handed out as 0, 1, ….
  ///   - window: how many turns may be under way or wait for an earlier one.
  ///   - emit: called in the order of the turns: once for each turn, before that for each part of it.
  public init(count: Int, window: Int, emit: @escaping @Sendable (Int, Output) -> Void) {
    self.count = count
    self.window = window
    self.emit = emit
  }

  /// The next turn, nil when none is left.
  public func next() async -> Int? {
    while nextTurn < count, nextTurn - emitted >= window {
      await withCheckedContinuation { waiting.append($0) }
    }
    guard nextTurn < count else { return nil }
    defer { nextTurn += 1 }
    return nextTurn
  }

  /// Takes a part of a turn's output; waits for the turns before, so that parts don't pile up in memory.
  public func deliver(part output: Output, of turn: Int) async {
    while emitted != turn { await withCheckedContinuation { waiting.append($0) } }
    emit(turn, output)
  }

  /// Takes the output of a turn, or the rest of it.
  public func deliver(_ output: Output, of turn: Int) {
    ready[turn] = output
    while let output = ready.removeValue(forKey: emitted) {
      emit(emitted, output)
      emitted += 1
    }
    let woken = waiting
    waiting = []
    for continuation in woken { continuation.resume() }
  }
}
