import Foundation
import Synchronization

/// A bar on standard error with count, rate and time left; silent where that is no terminal.
final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var failed = 0
    var drawn = ContinuousClock.now
    var width = 0
  }

  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown
  }

  /// Counts one more; draws at most ten times a second.
  func advance(failed: Bool) {
    guard isShown else { return }
    state.withLock { state in
      state.done += 1
      if failed { state.failed += 1 }
      let now = ContinuousClock.now
      guard state.done == total || now - state.drawn > .milliseconds(100) else { return }
      state.drawn = now
      let line = text(state, elapsed: now - start)
      let padding = String(repeating: " ", count: max(0, state.width - line.count))
      state.width = line.count
      try? StandardOutput.write(Array("\r\(line)\(padding)".utf8), to: 2)
    }
  }

  /// Clears the bar, so that what follows begins at the left.
  func finish() {
    guard isShown else { return }
    state.withLock { state in
      let blank = String(repeating: " ", count: state.width)
      try? StandardOutput.write(Array("\r\(blank)\r".utf8), to: 2)
    }
  }

  private func text(_ state: State, elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(state.done) / seconds : 0
    let left = rate > 0 ? Int(Double(total - state.done) / rate) : 0
    let cells = total > 0 ? state.done * 24 / total : 24
    let bar = String(repeating: "█", count: cells) + String(repeating: "░", count: 24 - cells)
    let failures = state.failed > 0 ? ", \(state.failed) failed" : ""
    return "\(bar) \(state.done)/\(total)\(failures), \(Int(rate))/s, \(left) s left"
  }
}
