import CSteps
import Foundation

/// Counts the steps that inputs which mean harm take at two sizes, and holds their growth to a bound.
///
/// A step is an edge of the control flow that the instrumented core takes; the same input takes the same steps on
/// every machine, however busy, where hashing is deterministic. Swift's library, ICU and Gumbo are not instrumented.
struct StepTable {
  /// All bombs, or those that stand for the rest.
  let isFull: Bool

  /// How many times as long as the short size the long one is.
  private static let factor = 8
  /// Steps of eight times the bytes: eight times as many, and half as much again.
  private static let growth = 12.0
  /// Steps that a byte may take: a sentence of facts with hardly a word between them costs most.
  private static let steps = 50_000.0

  /// Prints each bomb's steps a byte, and says whether all stay within the bounds.
  func run() -> Bool {
    guard steps(of: Bomb.all[0], bytes: 100) > 0 else {
      print("no steps are counted: build with -sanitize-coverage=…,trace-pc-guard")
      return false
    }
    var failures = 0
    print("    bytes  steps a byte  growth by \(StepTable.factor) times the bytes")
    for bomb in Bomb.all where isFull || bomb.standsForOthers {
      let short = steps(of: bomb, bytes: bomb.size / StepTable.factor)
      let long = steps(of: bomb, bytes: bomb.size)
      let growth = Double(long) / Double(max(short, 1))
      let perByte = Double(long) / Double(bomb.size)
      let isBad = growth > StepTable.growth || perByte > StepTable.steps
      failures += isBad ? 1 : 0
      print(
        String(format: "%9d %13.1f %7.2f  ", bomb.size, perByte, growth) + bomb.name
          + (isBad ? "  OVER THE BOUND" : ""))
    }
    print("\(failures) over the bound")
    return failures == 0
  }

  private func steps(of bomb: Bomb, bytes: Int) -> UInt64 {
    let input = [bomb.format] + bomb.bytes(bytes)
    // What is made once, at the first use, does not count.
    input.prefix(200).withUnsafeBufferPointer { Stage.pipeline.run($0) }
    let start = steps_taken()
    input.withUnsafeBufferPointer { Stage.pipeline.run($0) }
    return steps_taken() - start
  }
}
