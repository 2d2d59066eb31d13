/// Divides a page's stretches of text into flows, as a reader does who follows several columns at once.
///
/// What speaks for a join are the rules' points (`PairScorer`) and a learnt model's (`JointModel`).
///
/// In one flow, a stretch that ends open goes on in the flow's next stretch. A stretch therefore either
/// continues the flow just read, or another one that was left open before, or begins afresh while the
/// open one waits. The decoder finds the division with the most points over the whole page, so that
/// a tempting neighbour is refused when it leaves another end without continuation.
///
/// Cost: linear; a beam of `width` divisions, each with at most four open ends that wait.
struct FlowDecoder {
  /// Divisions kept after each stretch.
  static let width = 24
  /// Points behind the best beyond which a division is given up.
  static let margin = 60
  /// Joins in doubt at most; beyond them the best division so far is taken, to bound memory.
  static let doubts = 1 << 16
  /// Stretches that an end waits for its continuation at most.
  static let patience = 48

  private struct State {
    var points: Int
    /// Place of the stretch just read if it ends open, else -1.
    var current: Int
    /// Open ends that wait.
    var pending = Waiting()
    /// Last join taken, in `nodes`; -1 for none.
    var node: Int
    /// Tail of a join just taken that has no node yet; -1 for none.
    var tail = -1
  }

  private struct Node {
    var previous: Int
    var tail: Int
    var head: Int
  }

  /// Points of a join, and the head that they hold for.
  private struct Joint {
    var head = -1
    var points = 0
  }

  private let scorer: PairScorer
  private var weights: LayoutWeights { scorer.weights }
  private let learnt: JointModel
  private var nodes: [Node] = []
  /// Joins of which no division doubts any more.
  private var settled: [(tail: Int, head: Int)] = []
  private var states: [State] = [State(points: 0, current: -1, node: -1)]
  /// Points of the joins into the stretch at hand, by the tail's place.
  private var joints: [Joint] = []
  /// Transitions looked at; a count for tests.
  private(set) var steps = 0

  init(scorer: PairScorer, model: LinearModel) {
    self.scorer = scorer
    learnt = JointModel(scorer: scorer, model: model)
    joints = Array(repeating: Joint(), count: scorer.texts.count)
  }

  private mutating func joinPoints(from tail: Int, to head: Int) -> Int {
    if joints[tail].head != head {
      let made = scorer.jointPoints(from: tail, to: head)
      let points =
        scorer.joinPoints(from: tail, to: head, made: made)
        + learnt.points(from: tail, to: head, made: made)
      joints[tail] = Joint(head: head, points: points)
    }
    return joints[tail].points
  }

  /// Joins by place, heads ascending.
  ///
  /// - Parameter places: The stretches of text to be divided, ascending.
  mutating func decode(_ places: [Int]) -> [(tail: Int, head: Int)] {
    for place in places { read(place) }
    for index in states.indices {
      let state = states[index]
      for turn in 0..<state.pending.count {
        states[index].points -= scorer.loss(of: state.pending[turn])
      }
      if state.current >= 0 { states[index].points -= scorer.loss(of: state.current) }
    }
    settle()
    return settled
  }

  /// Takes the joins of the best division, and goes on with it alone.
  private mutating func settle() {
    guard var best = best(states) else { return }
    var joins: [(tail: Int, head: Int)] = []
    var node = best.node
    while node >= 0 {
      joins.append((nodes[node].tail, nodes[node].head))
      node = nodes[node].previous
    }
    settled.append(contentsOf: joins.reversed())
    best.node = -1
    states = [best]
    nodes.removeAll(keepingCapacity: true)
  }

  private mutating func read(_ place: Int) {
    var next: [State] = []
    next.reserveCapacity(states.count * 4)
    for state in states {
      next.append(fresh(state, place))
      if state.current >= 0 { next.append(joined(state, nil, place)) }
      for turn in 0..<state.pending.count { next.append(joined(state, turn, place)) }
    }
    let isOpen = scorer.isOpen(place)
    for index in next.indices {
      next[index].current = isOpen ? place : -1
      forget(&next[index], at: place)
    }
    // A heading stands aside: what is open stays open.
    if let points = scorer.asidePoints(place) {
      for state in states {
        var aside = state
        aside.points += points
        next.append(aside)
      }
    }
    steps += next.count
    states = pruned(next)
    for index in states.indices where states[index].tail >= 0 {
      nodes.append(Node(previous: states[index].node, tail: states[index].tail, head: place))
      states[index].node = nodes.count - 1
      states[index].tail = -1
    }
    if states.count == 1 || nodes.count > FlowDecoder.doubts { settle() }
  }

  /// The stretch begins a paragraph.
  private func fresh(_ state: State, _ place: Int) -> State {
    var next = state
    next.points += scorer.freshPoints(place)
    if state.current >= 0 { leave(state.current, &next, place) }
    return next
  }

  /// The stretch continues the one just read, or one that waits.
  private mutating func joined(_ state: State, _ waiting: Int?, _ place: Int) -> State {
    var next = state
    let tail = waiting.map { state.pending[$0] } ?? state.current
    let points = joinPoints(from: tail, to: place)
    if let waiting {
      next.pending.remove(at: waiting)
      if state.current >= 0 {
        leave(state.current, &next, place)
      } else {
        next.points += scorer.isAfterHeading(place) ? weights.turnAtHeading : weights.turn
      }
      next.points += waiting == 0 ? weights.firstWaiting : weights.otherWaiting
      next.points -= (place - tail) / 8
      if scorer.isHeadingLike(tail) { next.points += weights.farHeading }
      // A beginning that nothing ties to the end waiting is its neighbour's.
      if points < 0 { next.points += weights.untied }
    } else if scorer.isAfterHeading(place) {
      next.points += weights.acrossHeading
    } else {
      // What follows at once is likeliest.
      next.points += weights.adjacent
    }
    next.points += points
    next.tail = tail
    return next
  }

  /// The open end just read waits from now on.
  private func leave(_ current: Int, _ state: inout State, _ place: Int) {
    if !scorer.isAfterHeading(place) { state.points += weights.leave }
    let loss = scorer.loss(of: current)
    guard loss > 4, scorer.mayWait(current) else {
      state.points -= loss
      return
    }
    if state.pending.isFull { state.points -= scorer.loss(of: state.pending.removeFirst()) }
    state.pending.append(current)
  }

  /// Gives up the ends that wait too long.
  private func forget(_ state: inout State, at place: Int) {
    while state.pending.count > 0, place - state.pending[0] > FlowDecoder.patience {
      state.points -= scorer.loss(of: state.pending.removeFirst())
    }
  }

  /// The best states, of those with the same open ends only one.
  private func pruned(_ states: [State]) -> [State] {
    // Ranks, each with what is left of the places behind it: the first of equals is the greatest.
    var order: [Int] = []
    order.reserveCapacity(states.count)
    for index in states.indices { order.append(rank(states[index]) << 16 | 0xFFFF - index) }
    let least = (order.max() ?? 0) >> 16 - FlowDecoder.margin
    order.removeAll { $0 >> 16 < least }
    order.sort(by: >)
    var kept: [State] = []
    kept.reserveCapacity(FlowDecoder.width)
    for number in order {
      let state = states[0xFFFF - number & 0xFFFF]
      if kept.contains(where: {
        $0.current == state.current && $0.pending == state.pending
      }) {
        continue
      }
      kept.append(state)
      if kept.count == FlowDecoder.width { break }
    }
    return kept
  }

  /// Points with half of what is lost if nothing that waits goes on.
  private func rank(_ state: State) -> Int {
    var loss = state.current >= 0 ? scorer.loss(of: state.current) : 0
    for turn in 0..<state.pending.count { loss += scorer.loss(of: state.pending[turn]) }
    return state.points - loss / 2
  }

  private func best(_ states: [State]) -> State? {
    var best: State?
    for state in states where state.points > best?.points ?? Int.min { best = state }
    return best
  }
}

/// Up to four places of open ends, the oldest first.
private struct Waiting: Equatable {
  private var places = SIMD4<Int32>(repeating: -1)
  private(set) var count = 0

  var isFull: Bool { count == 4 }

  subscript(turn: Int) -> Int { Int(places[turn]) }

  mutating func append(_ place: Int) {
    places[count] = Int32(place)
    count += 1
  }

  mutating func remove(at turn: Int) {
    for index in turn..<count - 1 { places[index] = places[index + 1] }
    count -= 1
    places[count] = -1
  }

  mutating func removeFirst() -> Int {
    let place = self[0]
    remove(at: 0)
    return place
  }
}
