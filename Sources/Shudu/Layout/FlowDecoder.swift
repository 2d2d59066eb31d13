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
  static let width = 16
  /// Points behind the best beyond which a division is given up.
  static let margin = 45
  /// Joins in doubt at most; beyond them the best division so far is taken, to bound memory.
  static let doubts = 1 << 16
  /// Stretches that an end waits for its continuation at most.
  static let patience = 48

  private struct State: BitwiseCopyable {
    var points = 0
    /// What is lost if none of its open ends goes on.
    var loss: Int32 = 0
    /// Place of the stretch just read if it ends open, else -1.
    var current: Int32 = -1
    /// Last join taken, in `nodes`; -1 for none.
    var node: Int32 = -1
    /// Tail of a join just taken that has no node yet; -1 for none.
    var tail: Int32 = -1
    /// Open ends that wait.
    var pending = Waiting()

    /// Points with half of what is lost if nothing that waits goes on.
    var rank: Int { points - Int(loss / 2) }
  }

  private struct Node: BitwiseCopyable {
    var previous: Int32
    var tail: Int32
    var head: Int32
  }

  /// Points of a join, and the head that they hold for.
  private struct Known: BitwiseCopyable {
    var head = -1
    var points = 0
  }

  private let scorer: PairScorer
  private var weights: LayoutWeights { scorer.weights }
  private let learnt: JointModel
  private var nodes: [Node] = []
  /// Joins of which no division doubts any more.
  private var settled: [(tail: Int, head: Int)] = []
  private var states = [State()]
  /// The states after the stretch at hand, and the order of their ranks.
  private var next: [State] = []
  private var order: [Int] = []
  /// By place: what is lost when its end goes on nowhere.
  private let losses: [Int32]
  /// By place: whether an open end may go on farther away.
  private let mayWait: [Bool]
  /// Points of the joins into the stretch at hand, by the tail's place.
  private var joints: [Known] = []
  /// Transitions looked at; a count for tests.
  private(set) var steps = 0

  init(scorer: PairScorer, model: LinearModel) {
    self.scorer = scorer
    learnt = JointModel(scorer: scorer, model: model)
    joints = Array(repeating: Known(), count: scorer.texts.count)
    losses = scorer.texts.indices.map { Int32(truncatingIfNeeded: scorer.loss(of: $0)) }
    mayWait = scorer.texts.indices.map { scorer.loss(of: $0) > 4 && scorer.mayWait($0) }
  }

  private mutating func joinPoints(from tail: Int, to head: Int) -> Int {
    if joints[tail].head != head {
      let joint = scorer.joint(from: tail, to: head)
      let points =
        scorer.joinPoints(from: tail, to: head, joint)
        + learnt.points(from: tail, to: head, joint)
      joints[tail] = Known(head: head, points: points)
    }
    return joints[tail].points
  }

  /// Joins by place, heads ascending.
  ///
  /// - Parameter places: The stretches of text to be divided, ascending.
  mutating func decode(_ places: [Int]) -> [(tail: Int, head: Int)] {
    for place in places { read(place) }
    for index in states.indices { states[index].points -= Int(states[index].loss) }
    settle()
    return settled
  }

  /// Takes the joins of the best division, and goes on with it alone.
  private mutating func settle() {
    guard var best = best(states) else { return }
    var joins: [(tail: Int, head: Int)] = []
    var node = Int(best.node)
    while node >= 0 {
      joins.append((Int(nodes[node].tail), Int(nodes[node].head)))
      node = Int(nodes[node].previous)
    }
    settled.append(contentsOf: joins.reversed())
    best.node = -1
    states = [best]
    nodes.removeAll(keepingCapacity: true)
  }

  private mutating func read(_ place: Int) {
    // Taken out of the decoder: what is written to while the decoder is asked would be copied.
    var next = self.next
    self.next = []
    next.removeAll(keepingCapacity: true)
    let scene = scene(of: place)
    for state in states {
      next.append(fresh(state, scene))
      if state.current >= 0 { next.append(joined(state, nil, scene)) }
      for turn in 0..<state.pending.count { next.append(joined(state, turn, scene)) }
    }
    let isOpen = scorer.isOpen(place)
    for index in next.indices {
      if isOpen {
        next[index].current = Int32(truncatingIfNeeded: place)
        next[index].loss += losses[place]
      }
      forget(&next[index], at: place)
    }
    // A heading stands aside: what is open stays open.
    if let points = scorer.asidePoints(place) {
      for state in states {
        next.append(state)
        next[next.count - 1].points += points
      }
    }
    steps += next.count
    keepBest(of: next)
    self.next = next
    for index in states.indices where states[index].tail >= 0 {
      let head = Int32(truncatingIfNeeded: place)
      nodes.append(Node(previous: states[index].node, tail: states[index].tail, head: head))
      states[index].node = Int32(truncatingIfNeeded: nodes.count - 1)
      states[index].tail = -1
    }
    if states.count == 1 || nodes.count > FlowDecoder.doubts { settle() }
  }

  /// What all divisions have in common at a place.
  private struct Scene {
    var place: Int
    var isAfterHeading: Bool
    /// Points for a stretch's beginning a paragraph.
    var freshPoints: Int
  }

  private func scene(of place: Int) -> Scene {
    Scene(
      place: place, isAfterHeading: scorer.isAfterHeading(place),
      freshPoints: scorer.freshPoints(place))
  }

  /// The stretch begins a paragraph.
  private func fresh(_ state: State, _ scene: Scene) -> State {
    var next = state
    next.points += scene.freshPoints
    if state.current >= 0 { leave(&next, scene) }
    return next
  }

  /// The stretch continues the one just read, or one that waits.
  private mutating func joined(_ state: State, _ waiting: Int?, _ scene: Scene) -> State {
    var next = state
    let place = scene.place
    let tail = waiting.map { state.pending[$0] } ?? Int(state.current)
    let points = joinPoints(from: tail, to: place)
    next.loss -= losses[tail]
    if let waiting {
      next.pending.remove(at: waiting)
      if state.current >= 0 {
        leave(&next, scene)
      } else {
        next.points += scene.isAfterHeading ? weights.turnAtHeading : weights.turn
      }
      next.points += waiting == 0 ? weights.firstWaiting : weights.otherWaiting
      next.points -= (place - tail) / 8
      if scorer.isHeadingLike(tail) { next.points += weights.farHeading }
      // A beginning that nothing ties to the end waiting is its neighbour's.
      if points < 0 { next.points += weights.untied }
    } else {
      next.current = -1
      // What follows at once is likeliest.
      next.points += scene.isAfterHeading ? weights.acrossHeading : weights.adjacent
    }
    next.points += points
    next.tail = Int32(truncatingIfNeeded: tail)
    return next
  }

  /// The open end just read waits from now on.
  private func leave(_ state: inout State, _ scene: Scene) {
    if !scene.isAfterHeading { state.points += weights.leave }
    let current = Int(state.current)
    state.current = -1
    guard mayWait[current] else { return giveUp(current, &state) }
    if state.pending.isFull { giveUp(state.pending.removeFirst(), &state) }
    state.pending.append(current)
  }

  /// Gives up the ends that wait too long.
  private func forget(_ state: inout State, at place: Int) {
    while state.pending.count > 0, place - state.pending[0] > FlowDecoder.patience {
      giveUp(state.pending.removeFirst(), &state)
    }
  }

  /// An end goes on nowhere.
  private func giveUp(_ place: Int, _ state: inout State) {
    state.points -= Int(losses[place])
    state.loss -= losses[place]
  }

  /// Keeps the best of the next states, of those with the same open ends only one.
  private mutating func keepBest(of next: [State]) {
    // Ranks, each with what is left of the places behind it: the first of equals is the greatest.
    order.removeAll(keepingCapacity: true)
    var greatest = Int.min
    for index in next.indices { greatest = max(greatest, next[index].rank) }
    for index in next.indices where next[index].rank >= greatest - FlowDecoder.margin {
      order.append(next[index].rank << 16 | 0xFFFF - index)
    }
    order.sort(by: >)
    states.removeAll(keepingCapacity: true)
    for number in order {
      let state = next[0xFFFF - number & 0xFFFF]
      if states.contains(where: {
        $0.current == state.current && $0.pending == state.pending
      }) {
        continue
      }
      states.append(state)
      if states.count == FlowDecoder.width { break }
    }
  }

  private func best(_ states: [State]) -> State? {
    var best: State?
    for state in states where state.points > best?.points ?? Int.min { best = state }
    return best
  }
}

/// Up to four places of open ends, the oldest first.
private struct Waiting: Equatable, BitwiseCopyable {
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
