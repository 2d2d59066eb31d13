/// Finds the point where a smooth convex function is least: L-BFGS (Nocedal and Wright, Numerical Optimization, 7.2)
/// with a line search that halves its steps.
struct Minimizer {
  private(set) var point: [Double]

  /// Steps that are remembered to guess the curvature.
  private static let memory = 8

  private struct Step {
    var move: [Double]
    var turn: [Double]
    let product: Double

    init(move: [Double], turn: [Double]) {
      self.move = move
      self.turn = turn
      product = Minimizer.product(move, turn)
    }
  }

  init(size: Int) {
    point = Array(repeating: 0, count: size)
  }

  /// Goes at most that many steps; ends sooner where none gets lower.
  ///
  /// - Parameter value: the function's value at a point; writes its slopes there.
  mutating func run(
    passes: Int, value: (_ point: [Double], _ slopes: inout [Double]) -> Double
  ) {
    var slopes = Array(repeating: 0.0, count: point.count)
    var current = value(point, &slopes)
    var steps: [Step] = []
    for _ in 0..<passes {
      let direction = Minimizer.direction(slopes, steps)
      let descent = Minimizer.product(direction, slopes)
      guard descent < -1e-9 else { return }
      var length = steps.isEmpty ? 1 / max(1, Minimizer.product(slopes, slopes).squareRoot()) : 1
      var nextSlopes = slopes
      var next = point
      var lower = current
      repeat {
        for index in point.indices { next[index] = point[index] + length * direction[index] }
        lower = value(next, &nextSlopes)
        length /= 2
      } while lower > current + 1e-4 * 2 * length * descent && length > 1e-9
      guard lower < current else { return }
      let step = Step(
        move: zip(next, point).map { $0 - $1 }, turn: zip(nextSlopes, slopes).map { $0 - $1 })
      if step.product > 1e-12 { steps.append(step) }
      if steps.count > Minimizer.memory { steps.removeFirst() }
      let gain = (current - lower) / max(1, abs(current))
      (point, slopes, current) = (next, nextSlopes, lower)
      guard gain > 1e-6 else { return }
    }
  }

  private static func direction(_ slopes: [Double], _ steps: [Step]) -> [Double] {
    var direction = slopes.map { -$0 }
    var shares: [Double] = []
    for step in steps.reversed() {
      let share = product(step.move, direction) / step.product
      shares.append(share)
      add(step.turn, -share, to: &direction)
    }
    if let last = steps.last {
      let scale = last.product / product(last.turn, last.turn)
      for index in direction.indices { direction[index] *= scale }
    }
    for (step, share) in zip(steps, shares.reversed()) {
      add(step.move, share - product(step.turn, direction) / step.product, to: &direction)
    }
    return direction
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }

  private static func add(_ vector: [Double], _ factor: Double, to sum: inout [Double]) {
    for index in sum.indices { sum[index] += factor * vector[index] }
  }
}
