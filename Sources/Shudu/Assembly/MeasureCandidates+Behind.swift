/// Stretches behind a number.
extension MeasureCandidates {
  func appendRunsAfter(_ site: QuantitySite, to list: inout MeasureCandidateList) {
    var first = site.next
    while first < site.end, phrases.isDe(tokens[first]) { first += 1 }
    // `4586户20051名贫困人口`: both count what follows the second.
    if first < site.end, tokens[first].isQuantity,
      tokens[first].range.lowerBound == tokens[site.index].range.upperBound
    {
      first += 1
      while first < site.end, phrases.isDe(tokens[first]) { first += 1 }
    }
    var starts: [(first: Int, origin: Origin)] = [(first, .after)]
    // Behind a relative clause.
    if let de = (first..<min(site.end, first + 12)).last(where: { phrases.isDe(tokens[$0]) }) {
      starts.append((de + 1, .after))
    }
    if let list = endOfList(behind: site) { starts.append((list, .behindList)) }
    // `给予岗前培训补贴`, `用于饮水改造`, `的标准发放安居补贴`
    var verb = first
    if first > site.next, first < site.end, !isVerb(first) { verb += 1 }
    let origin: Origin = verb == first ? .behindVerb : .granted
    let last = verb + 3
    while verb + 1 < site.end, verb < last, isVerb(verb) {
      verb += 1
      if starts.last?.first != verb { starts.append((verb, origin)) }
    }
    for (start, origin) in starts where start < site.end {
      var end = start + 1
      var depth = 0
      while end <= site.end, end - start <= 12 {
        let limit = limits[end - 1]
        if !limit.isDisjoint(with: [.number, .barrier, .edge]) { break }
        depth += limit.contains(.opens) ? 1 : limit.contains(.closes) ? -1 : 0
        if depth < 0 { break }
        if depth == 0, limit.contains(.end) { appendRun(start..<end, origin, to: &list) }
        end += 1
      }
    }
  }

  /// Where the noun may begin that follows a list of values (`分别给予1万元、2万元和5万元购房补贴`), for all but the last of them; nil
  /// where the number is in no list.
  private func endOfList(behind site: QuantitySite) -> Int? {
    var next = site.next
    while next + 1 < site.end, tokens[next].kind == .pause || phrases.isJoiner(tokens[next]),
      tokens[next + 1].isQuantity
    {
      next += 2
    }
    guard next > site.next else { return nil }
    while next < site.end, tokens[next].kind == .modifier || phrases.isDe(tokens[next]) {
      next += 1
    }
    return next < site.end ? next : nil
  }

  /// Whether a word may be a verb that has an object, or stands before one.
  private func isVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !phrases.isDe(token) else { return false }
    return !token.classes.isDisjoint(with: [.verb, .adverb, .preposition])
      || [.verb, .adverb, .preposition].contains(token.part)
  }

  private func appendRun(
    _ run: Range<Int>, _ origin: Origin, to list: inout MeasureCandidateList
  ) {
    var contents = RunContents(end: run.upperBound, model)
    for start in run.reversed() { contents.grow(to: start, in: sentence, model) }
    list.append(run, list.ending(at: run.upperBound, origin), contents)
  }
}
