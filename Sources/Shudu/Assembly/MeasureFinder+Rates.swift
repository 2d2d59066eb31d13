/// Rates of change and shares: `增长6.4%`, `占全市30%`, `目标的75%`.
extension MeasureFinder {
  func fillRate(_ draft: FactDraft, _ site: QuantitySite, _ earlier: [FactDraft]) {
    if let verb = site.deltaVerb {
      setChange(draft, verb: verb, site)
      setMeasure(draft, before: verb, site, rule: "measure.before-change")
      return
    }
    if fillShare(draft, site, earlier) || fillPart(draft, site, earlier) { return }
    guard let (left, tail) = leftPhrase(site) else {
      if draft.quantity.kind != .multiple, let right = rightPhrase(site, counts: true) {
        draft.measure = Citation(sentence.paragraph, sentence.textRange(right))
        draft.rules.append("measure.after")
        if draft.quantity.kind == .percent { draft.aspect = .share }
      }
      return
    }
    let parts = split(left, site)
    draft.owner = parts.owner
    setPredicate(draft, verb: tail ?? verb(before: left.lowerBound, site), site)
    guard let measure = parts.measure else { return }
    let head = tokens[measure.upperBound - 1]
    if isGrowthNoun(head) {
      draft.aspect = .change
      draft.change = Fact.Change(direction: growthDirection(head), basis: basis(site))
      let rest = measure.dropLast()
      if !rest.isEmpty { draft.measure = Citation(sentence.paragraph, sentence.textRange(rest)) }
      draft.rules.append("measure.growth-noun")
      return
    }
    draft.measure = Citation(sentence.paragraph, sentence.textRange(measure))
    draft.rules.append("measure.before-rate")
    guard draft.quantity.kind == .percent || draft.quantity.kind == .ratio else { return }
    if isShareNoun(head) {
      draft.aspect = .share
    } else if !head.classes.contains(.rate) {
      draft.aspect = .share
    }
  }

  /// `占全市30%`, `占…的比重达到5.5%`, `完成目标126亿元的75%`.
  func fillShare(
    _ draft: FactDraft, _ site: QuantitySite, _ earlier: [FactDraft]
  ) -> Bool {
    guard let of = (site.start..<site.index).last(where: { isShareVerb(tokens[$0]) }),
      of + 1 < site.index
    else { return false }
    draft.aspect = .share
    draft.rules.append("share.of")
    var end = site.index
    while end > of + 1 {
      let token = tokens[end - 1]
      if isShareNoun(token) || token.isLight || phrases.isDe(token) || token.kind == .modifier
        || token.classes.contains(.reach)
        || !token.classes.isDisjoint(with: [.increase, .decrease])
      {
        end -= 1
      } else {
        break
      }
    }
    if end > of + 1 {
      draft.shareOf = Citation(sentence.paragraph, sentence.textRange(of + 1..<end))
    }
    draft.predicate = Citation(sentence.paragraph, [tokens[of].range])
    if let before = site.skipLight(of - 1, in: sentence),
      let phrase = phrases.phrase(endingAt: before + 1, notBefore: site.start)
    {
      let parts = split(phrase, site)
      draft.owner = parts.owner
      if let measure = parts.measure {
        draft.measure = Citation(sentence.paragraph, sentence.textRange(measure))
      }
    }
    return true
  }

  /// `完成年度目标126亿元的75%`, `相当于去年的1.15倍`: a part of what stands before `的`.
  func fillPart(
    _ draft: FactDraft, _ site: QuantitySite, _ earlier: [FactDraft]
  ) -> Bool {
    guard let de = site.back, phrases.isDe(tokens[de]), de > site.start else { return false }
    let isMultiple = draft.quantity.kind == .multiple
    draft.aspect = isMultiple ? .ratio : .share
    draft.rules.append("share.part")
    if tokens[de - 1].isQuantity, let base = earlier.last, base.token == de - 1 {
      draft.shareOf = base.measure
      if let whole = earlier.dropLast().last(where: { $0.sentence == draft.sentence }) {
        draft.measure = whole.measure
        draft.owner = whole.owner
      }
      return true
    }
    if tokens[de - 1].isTime {
      draft.shareOf = Citation(sentence.paragraph, [tokens[de - 1].range])
    } else if let phrase = phrases.phrase(endingAt: de, notBefore: site.start) {
      draft.shareOf = Citation(sentence.paragraph, sentence.textRange(phrase))
    }
    return true
  }
}
