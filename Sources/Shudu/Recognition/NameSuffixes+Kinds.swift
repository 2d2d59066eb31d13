extension NameSuffixes {
  // MARK: What a suffix makes of them

  func kind(
    of classes: NameClass, _ body: Body, at index: Int
  ) -> (kind: NameKind, rule: NameRule)? {
    if body.isCounted, body.places + body.quotes == 0 { return nil }
    if isStop(body, index) { return (.facility, .facilitySuffix) }
    let isLong = body.characters >= 4 && body.words >= 2 && body.modifiers >= 1
    if isOrganization(classes, body, index, isLong: isLong) {
      if tokens[index].length == 2, holdsFacility(body, index) {
        return (.facility, .facilityPart)
      }
      let isTrade = !classes.contains(.suffix) && classes.contains(.brand)
      return (.organization, isTrade ? .organizationTrade : .organizationSuffix)
    }
    if classes.contains(.eventWeak), isLong, body.words > 2, body.isProper || body.scopes > 0 {
      return (.event, .eventSuffix)
    }
    if classes.contains(.eventSuffix), body.isProper || body.levels + body.scopes > 0 {
      return (.event, .eventSuffix)
    }
    if classes.contains(.placeSuffix),
      body.isProper || isNational(body) || isBesideDirection(body, index) || isAvenue(body, index)
    {
      return (.place, .placeSuffix)
    }
    if classes.contains(.placeSingle), isSmallPlace(body, index) { return (.place, .placeSingle) }
    if classes.contains(.facilitySuffix), body.isProper || isLong && tokens[index].length > 2,
      !holdsWork(body, index)
    {
      return (.facility, .facilitySuffix)
    }
    if classes.contains(.productSuffix), isProduct(body, index, isLong: isLong) {
      return (.product, .productSuffix)
    }
    if classes.contains(.programSuffix), isProgram(body, index, isLong: isLong) {
      return (.program, .programSuffix)
    }
    if classes.contains(.documentSuffix), body.quotes > 0, tokens[index].length > 1 {
      return (.document, .documentSuffix)
    }
    return nil
  }

  /// `西部科学城`.
  private func isBesideDirection(_ body: Body, _ index: Int) -> Bool {
    tokens[index].length > 2 && index - 1 == body.first && tokens[body.first].has(.direction)
  }

  /// Avenues and streets are named after common words.
  private func isAvenue(_ body: Body, _ index: Int) -> Bool {
    NameSuffixes.streets.contains(phrase.units[tokens[index].end - 1]) && tokens[index].length == 2
      && body.words == 1 && body.characters == 2 && !body.isCounted
  }

  /// Whether an installation stands before `中心` or the like, whose part it is.
  private func holdsFacility(_ body: Body, _ index: Int) -> Bool {
    tokens[body.first..<index].contains {
      $0.has(.facilitySuffix) && !$0.has(.organizationEnd) && $0.length > 2
    }
  }

  /// `荆门站`, `阳东站`: where trains stop, named by the place alone; `水文站` is a body.
  private func isStop(_ body: Body, _ index: Int) -> Bool {
    // 站
    guard phrase.unit(index) == 0x7AD9, tokens[index].length == 1, body.isProper else {
      return false
    }
    let before = tokens[index - 1]
    return before.has(.somewhere) || before.form == .place || before.has(.direction)
  }

  /// Whether something is done to the installation (`东山镇改造泵站`).
  private func holdsWork(_ body: Body, _ index: Int) -> Bool {
    (body.first..<index).contains {
      tokens[$0].length == 2
        && NameSuffixes.works.contains(phrase.units[tokens[$0].start..<tokens[$0].end])
    }
  }

  private func isOrganization(
    _ classes: NameClass, _ body: Body, _ index: Int, isLong: Bool
  ) -> Bool {
    if classes.contains(.full), body.isProper || isLong || isNational(body) || body.zones > 0 {
      return true
    }
    if classes.contains(.suffix) {
      if body.isProper || body.levels + body.zones > 0 && body.words <= 2 { return true }
    }
    if classes.contains(.suffixWeak),
      body.places + body.bodies > 0 || body.isCoined || isNational(body) || isLocal(body)
    {
      let isGovernment = phrase.unit(index) == 0x653F || phrase.unit(index) == 0x4EBA
      return !isGovernment || endsInDivision(index - 1)
    }
    if classes.contains(.member), body.bodies > 0 || endsInDivision(index - 1) && body.isProper {
      return true
    }
    return classes.contains(.brand) && isBrand(body, index)
  }

  /// Whether the token ends with the word of a division of China (`市`), which a government is named after.
  private func endsInDivision(_ index: Int) -> Bool {
    tokens[index].form != .mark
      && NameSuffixes.divisions.contains(phrase.units[tokens[index].end - 1])
  }

  /// A coined word right before a word of trade, and nothing after it that it might modify.
  private func isBrand(_ body: Body, _ index: Int) -> Bool {
    if isAfterNoun(body.first), body.words <= 2 { return true }
    guard body.isCoined, body.words <= 4, tokens[body.first].isAnchor, body.characters <= 10 else {
      return false
    }
    guard tokens[index - 1].isAnchor, !tokens[index - 1].isProper else { return false }
    guard phrase.touches(index) else { return true }
    let next = tokens[index + 1]
    if next.has(.lead), phrase.touches(index + 1), tokens[index + 2].has(.title) { return true }
    return next.form == .mark || next.has(.after)
  }

  /// Whether 企业 or 公司 stands right before a name.
  private func isAfterNoun(_ first: Int) -> Bool {
    guard first > 0, phrase.touches(first - 1), tokens[first].form != .mark else { return false }
    return tokens[first - 1].length == 2 && ["企业", "公司"].contains(phrase.word(first - 1))
  }

  /// A one-character suffix makes a place of a place, a transliteration or unknown characters right before it.
  private func isSmallPlace(_ body: Body, _ index: Int) -> Bool {
    let before = tokens[index - 1]
    if before.form == .foreign, index - 1 == body.first { return true }
    if before.has(.weakPlace), index - 1 == body.first {
      return !NameSuffixes.upperDivisions.contains(phrase.unit(index))
    }
    if before.has(.place), index - 1 == body.first { return true }
    if NameSuffixes.parks.contains(phrase.unit(index)) { return body.coined > 2 }
    return body.places > 0 && index - body.first <= 3 && body.characters <= 8
      && !before.has(.common) && !before.has(.stop)
  }

  private func isProduct(_ body: Body, _ index: Int, isLong: Bool) -> Bool {
    if tokens[index].length == 1 {
      return index - body.first == 1
        && tokens[index - 1].has(.unbound)
        && (index + 1 == tokens.count || phrase.isMark(index + 1, Mark.comma)
          || phrase.unit(index + 1) == 0x7B49)
    }
    // What a quotation names needs no `App` to be a name.
    let isPlatform =
      tokens[index].length > 2 && tokens[index].form == .word
      && phrase.unit(index) > 0x7F || tokens[index - 1].has(.productSuffix)
    return body.quotes > 0 && isPlatform || body.bodies > 0 || body.isCoined && isLong
  }

  /// `…“倍增”行动`, `…专项行动`; a quotation alone is the name itself, and so is one after a place.
  private func isProgram(_ body: Body, _ index: Int, isLong: Bool) -> Bool {
    if body.quotes > 0 { return body.words > 1 || body.words == 1 && !tokens[body.first].isProper }
    return isLong && tokens[index].length > 2
      && NameSuffixes.deeds.contains(phrase.units[tokens[index].end - 1])
  }

  // MARK: Last characters

  private static let works = WordSet(
    "改造", "新建", "扩建", "改建", "修建", "建成", "投用", "启用", "升级", "维修", "加固", "拆除", "新增", "关停")
  private static let streets = UnitSet("道街")
  private static let divisions = UnitSet("省市县区州镇乡旗")
  private static let upperDivisions = UnitSet("省市县区州旗")
  private static let parks = UnitSet("园谷城")
  /// 行动, 计划
  private static let deeds = UnitSet("动划")
}
