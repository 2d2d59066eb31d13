/// The features of torn places. Values are small numbers, characters and traits of words.
extension JointModel {
  /// Two places and what both together are like.
  struct Pair {
    var tail: Int
    var head: Int
    var end: JointEdge
    var start: JointEdge
    /// What the rules say of both.
    var joint: PairScorer.Joint
    /// Torn ends, and beginnings in the middle, that stand between them.
    var torn: Int
    var middle: Int
    /// Rarer words shared by what stands around both, of how many.
    var around: (shared: Int, of: Int)
  }

  /// What the end of a stretch says.
  func tailSupport(_ place: Int, _ end: JointEdge) -> Support {
    let stretch = stretch(place)
    let edges = scorer.edges[place]
    var support = Support(model)
    func add(_ template: Feature.Template, _ first: Int, _ second: Int) {
      support.add(Feature(template, first, second), by: model)
    }
    add(.tailOpenness, JointModel.bucket(edges.openness ?? 0, 6), end.length > 1 ? 1 : 0)
    add(.tailWord, end.near, min(end.length, 3))
    add(.tailWords, end.near, end.far)
    add(.tailCharacter, Int(stretch.last), 0)
    add(.tailEnding, Int(stretch.unit(fromEnd: 2)), Int(stretch.last))
    add(.tailRole, role(place), scorer.isListed[place] ? 1 : 0)
    add(.tailRest, end.rest, end.near == 1 || end.near == 2 ? 1 : 0)
    add(.tailLength, JointModel.length(stretch.count), role(place))
    add(.tailBracket, edges.openCloser == 0 ? 0 : 1, 0)
    add(.tailBold, JointModel.boldness(stretch), 0)
    return support
  }

  /// What the beginning of a stretch says.
  func headSupport(_ place: Int, _ start: JointEdge) -> Support {
    let stretch = stretch(place)
    let edges = scorer.edges[place]
    let isClosed = stretch.isClosed ? 1 : 0
    var support = Support(model)
    func add(_ template: Feature.Template, _ first: Int, _ second: Int) {
      support.add(Feature(template, first, second), by: model)
    }
    let isLong = start.length > 1 ? 1 : 0
    add(.headContinuation, JointModel.bucket(edges.continuation, 4), isLong)
    add(.headWord, start.near, min(start.length, 3))
    add(.headWords, start.near, start.far)
    add(.headStart, Int(stretch.first), 0)
    add(.headOpening, Int(stretch.first), Int(stretch.unit(1)))
    add(.headRole, role(place), isClosed)
    add(.headRest, start.rest, start.near == 8 ? 1 : 0)
    add(.headLength, JointModel.length(stretch.count), isClosed)
    add(.headBracket, edges.strayCloser == 0 ? 0 : 1, 0)
    add(.headPrevious, neighbour(scorer.texts[place] - 1), role(place))
    add(.headBold, JointModel.boldness(stretch), 0)
    add(.headOwn, min(scorer.sharedWithPrevious(place), 4), neighbour(scorer.texts[place] - 1))
    return support
  }

  /// Adds what both say together.
  func add(_ pair: Pair, to support: inout Support) {
    addWords(of: pair, to: &support)
    let tail = pair.tail
    let head = pair.head
    let place = place(tail, head)
    let isAfter = place == 0 ? 0 : 1
    func add(_ template: Feature.Template, _ first: Int, _ second: Int) {
      support.add(Feature(template, first, second), by: model)
    }
    let isNext = scorer.texts[tail] + 1 == scorer.texts[head]
    add(.pairTopics, min(pair.joint.shared, 4), isAfter)
    add(.pairAround, min(pair.around.shared, 12), isAfter)
    let share = pair.around.of == 0 ? 0 : 1 + pair.around.shared * 10 / pair.around.of
    add(.pairShare, share, isAfter)
    add(.pairPlace, place, 0)
    add(.pairPrevious, place, isNext ? 15 : neighbour(scorer.texts[head] - 1))
    add(.pairNext, place, isNext ? 15 : neighbour(scorer.texts[tail] + 1))
    add(.pairTailRole, place, (scorer.isListed[tail] ? 10 : 0) + role(tail))
    add(.pairHeadRole, place, role(head))
    add(.pairDistance, distance(tail, head), 0)
    let headings = abs(scorer.headings(before: head) - scorer.headings(before: tail))
    add(.pairHeadings, min(headings, 5), place)
    let rival = min(scorer.sharedWithPrevious(head), 4)
    add(.pairRival, min(pair.joint.shared, 4) * 8 + rival, isAfter)
    add(.pairTorn, min(pair.torn, 3), place)
    add(.pairMiddle, min(pair.middle, 3), place)
    add(.pairOrder, min(pair.torn, 3), min(pair.middle, 3))
  }

  /// Adds what the words, marks and points at the joint say.
  private func addWords(of pair: Pair, to support: inout Support) {
    let end = pair.end
    let start = pair.start
    let tail = scorer.edges[pair.tail]
    let head = scorer.edges[pair.head]
    func add(_ template: Feature.Template, _ first: Int, _ second: Int) {
      support.add(Feature(template, first, second), by: model)
    }
    add(.pairPoints, JointModel.bucket(pair.joint.made + head.continuation / 2, 4), 0)
    add(.pairJoint, JointModel.bucket(pair.joint.made, 4), end.length == 1 ? 1 : 0)
    add(
      .pairEdges, JointModel.bucket(tail.openness ?? 0, 12),
      JointModel.bucket(head.continuation, 6))
    add(.pairWords, end.near, start.near)
    add(.pairTail, Int(stretch(pair.tail).last), start.near)
    add(.pairHead, Int(stretch(pair.head).first), end.near)
    add(.pairCharacters, Int(stretch(pair.tail).last), Int(stretch(pair.head).first))
    let word =
      JointEdge.crossing(end, start, cutter) ?? WordCutter.Crossing(gain: 0, left: 5, right: 5)
    add(.pairGain, min(word.gain / 12, 24), (1..<5).contains(word.left) ? 1 : 0)
    add(.pairCrossing, min(word.left, 5), min(word.right, 5))
    add(.pairBrackets, brackets(tail, head), 0)
    add(.pairClause, end.rest, start.rest)
  }

  // MARK: Values

  /// Quotation marks and brackets: none, closed but never opened, opened but never closed, closed by the head, or by
  /// another.
  private func brackets(_ tail: TornEdges, _ head: TornEdges) -> Int {
    if tail.openCloser == 0 { return head.strayCloser == 0 ? 0 : 1 }
    return head.strayCloser == 0 ? 2 : tail.openCloser == head.strayCloser ? 3 : 4
  }

  /// How the head stands to the tail: right after it, after furniture, after a heading, farther off in the same section
  /// or in another, before it, right before it.
  private func place(_ tail: Int, _ head: Int) -> Int {
    guard head > tail else { return head + 1 == tail ? 6 : 5 }
    let hasHeading = scorer.headings(before: head) != scorer.headings(before: tail)
    guard head == tail + 1 else { return hasHeading ? 4 : 3 }
    if scorer.texts[tail] + 1 == scorer.texts[head] { return 0 }
    return hasHeading ? 2 : 1
  }

  private func distance(_ tail: Int, _ head: Int) -> Int {
    let steps = abs(head - tail)
    let bucket = steps < 4 ? steps : steps < 6 ? 4 : steps < 10 ? 5 : steps < 18 ? 6 : 7
    return head > tail ? bucket : 10 + bucket
  }

  private func role(_ place: Int) -> Int {
    switch stretch(place).role {
    case .headingLike(let isDoubtful): isDoubtful ? 1 : 2
    default: 0
    }
  }

  /// What stands at an index of the page.
  private func neighbour(_ index: Int) -> Int {
    guard scorer.stretches.indices.contains(index) else { return 0 }
    let stretch = scorer.stretches[index]
    switch stretch.role {
    case .heading: return 1
    case .headingLike: return 2
    case .byline: return 3
    case .caption: return 4
    case .credit, .source, .staff: return 5
    case .label: return 6
    case .listItem, .tableCell: return 7
    case .body: return stretch.isClosed ? 8 : stretch.bold == .part ? 9 : 10
    }
  }

  /// Points in steps; values of features are not negative.
  private static func bucket(_ points: Int, _ step: Int) -> Int {
    max(0, min(40, (points + 20 * step) / step))
  }

  private static func length(_ count: Int) -> Int {
    count < 6 ? 0 : count < 12 ? 1 : count < 20 ? 2 : count < 35 ? 3 : count < 60 ? 4 : 5
  }

  private static func boldness(_ stretch: Stretch) -> Int {
    switch stretch.bold {
    case .none: 0
    case .part: 1
    case .whole: 2
    }
  }
}
