/// One time as it is told: a point or a range of points, with the words around it that open or close it.
struct TimePhrase {
  enum Prefix: Sendable { case upTo, until, from, since }

  enum Suffix: Sendable {
    case none
    /// `以来`, `至今`: up to the article's date.
    case upToNow
    /// `起`, `以后`.
    case onward
    /// `前`, `以前`.
    case before
  }

  var prefix: Prefix?
  var first: TimePoint
  var second: TimePoint?
  var suffix: Suffix = .none
  /// Half-open UTF-16 range of all the words.
  var range: Range<Int>
}

extension TimeParser {
  /// The time that begins at an offset, with its prefix and suffix.
  func phrase(at start: Int) -> TimePhrase? {
    if let (word, end) = word(at: start, where: { $0 == .prefix }), !isTail(start) {
      let prefix: TimePhrase.Prefix =
        switch word.argument {
        case "upto": .upTo
        case "until": .until
        case "since": .since
        default: .from
        }
      let next = skipSpaces(end)
      if let point = point(at: next) ?? clockAlone(at: next) {
        if point.other == .now, prefix == .from || prefix == .since {
          return fromNow(point, prefix: prefix, at: start)
        }
        return completed(point, prefix: prefix, at: start)
      }
    }
    return point(at: start).flatMap { completed($0, prefix: nil, at: start) }
  }

  /// Whether a prefix of one character is the end of another word (`达到`, `甚至`, `来自`).
  private func isTail(_ start: Int) -> Bool {
    if at(start, "到") { return at(start - 1, anyOf: "达得收感看提受遇想见碰找回谈说听来涉接高升增降加减长少缩扩涨跌延") }
    if at(start, "至") { return at(start - 1, anyOf: "甚乃以及冬夏增升降减缩调扩延推") }
    if at(start, "自") { return at(start - 1, anyOf: "来各亲独出源") }
    if at(start, "从") { return at(start - 1, anyOf: "服跟听遵") }
    return false
  }

  /// `从现在起`; without 起 the prefix belongs to another word (`从目前的情况看`).
  private func fromNow(
    _ point: TimePoint, prefix: TimePhrase.Prefix, at start: Int
  ) -> TimePhrase? {
    let end = point.range.upperBound
    guard let last = onwardEnd(at: end) else { return nil }
    return TimePhrase(prefix: prefix, first: point, suffix: .onward, range: start..<last)
  }

  private func clockAlone(at start: Int) -> TimePoint? {
    guard let end = clockRange(at: start, needsFigure: true) else { return nil }
    var point = TimePoint(at: start, end: end)
    point.other = .clock
    return point
  }

  private func completed(
    _ first: TimePoint, prefix: TimePhrase.Prefix?, at start: Int
  ) -> TimePhrase? {
    var phrase = TimePhrase(
      prefix: prefix, first: first, second: nil, range: start..<first.range.upperBound)
    switch first.other {
    case .vague, .repeated: return phrase
    case .now: return phrase
    default: break
    }
    addSecond(&phrase)
    addSuffix(&phrase)
    if phrase.second == nil, phrase.suffix == .none { addFarEnd(&phrase) }
    return phrase
  }

  /// `2019年至2021年`, `自5月26日起至29日止`, `2018年至今`.
  private func addSecond(_ phrase: inout TimePhrase) {
    var end = phrase.range.upperBound
    if at(end, "起"), connector(at: end + 1) != nil { end += 1 }
    guard let next = connector(at: end) else { return }
    close(&phrase, at: next)
  }

  private func close(_ phrase: inout TimePhrase, at start: Int) {
    if let second = rangeEnd(at: start) {
      switch second.other {
      case .vague, .repeated, .clock, .samePeriod, .back, .ahead, .yearsUp, .event: return
      case .now: phrase.suffix = .upToNow
      default: phrase.second = second
      }
      phrase.range = phrase.range.lowerBound..<second.range.upperBound
      if at(phrase.range.upperBound, "止") {
        phrase.range = phrase.range.lowerBound..<(phrase.range.upperBound + 1)
      }
    } else if at(start, "今"), !at(start + 1, anyOf: "年天日后晚早") {
      phrase.suffix = .upToNow
      phrase.range = phrase.range.lowerBound..<(start + 1)
    }
  }

  private func addSuffix(_ phrase: inout TimePhrase) {
    guard phrase.suffix == .none else { return }
    var end = phrase.range.upperBound
    if let next = after("左右", at: end) ?? after("前后", at: end) { end = next }
    if at(end, "止") {
      end += 1
    } else if let next = after("为止", at: end) {
      end = next
    }
    switch phrase.first.other {
    case .back, .ahead, .ago, .later, .since, .yearsUp, .event: break
    default:
      if let next = after("以来", at: end) {
        (phrase.suffix, end) = (.upToNow, next)
      } else if let next = onwardEnd(at: end) {
        (phrase.suffix, end) = (.onward, next)
      } else if let next = beforeEnd(at: end) {
        (phrase.suffix, end) = (.before, next)
      } else if let next = after("期间", at: end) {
        end = next
      } else if at(end, "内"), phrase.first.day == .unsaid,
        !at(end + 1, anyOf: "蒙外部容需地贸陆江在")
      {
        end += 1
      } else if at(end, "时"), phrase.first.other == .end,
        !at(end + 1, anyOf: "间代期任速尚常隔候段")
      {
        end += 1
      }
    }
    phrase.range = phrase.range.lowerBound..<end
  }

  private func onwardEnd(at offset: Int) -> Int? {
    if let end = after("开始", at: offset) ?? afterEnd(at: offset) { return end }
    guard at(offset, "起"), !at(offset + 1, anyOf: "来草点步伏码源底家诉重") else { return nil }
    return offset + 1
  }

  /// `从2016年5月投产到今年3月`, `自2020年实施以来`: a short verb stands between.
  private func addFarEnd(_ phrase: inout TimePhrase) {
    guard phrase.first.day != .article(0), phrase.prefix != .upTo, phrase.prefix != .until else {
      return
    }
    switch phrase.first.other {
    case .none, .end, .feast: break
    default: return
    }
    let isOpen = phrase.prefix == .from || phrase.prefix == .since
    let start = phrase.range.upperBound
    for offset in start..<min(start + (isOpen ? 10 : 6), limit) {
      guard isHan(offset) else { return }
      if let end = after("以来", at: offset) ?? after("至今", at: offset) {
        phrase.suffix = .upToNow
        phrase.range = phrase.range.lowerBound..<end
        return
      }
      if isOpen, offset - start <= 6, at(offset, anyOf: "到至"), let second = point(at: offset + 1),
        second.namesYear || second.month != .unsaid
      {
        close(&phrase, at: offset + 1)
        return
      }
    }
  }
}
