/// What a figure's card says behind the figure (`2小时：企业开办全流程办结时间`).
extension MeasureCandidates {
  /// The clause behind a quantity that stands alone at the start of its sentence, set apart by a colon, a dash or a blank, but
  /// for the time that it begins with; nil for none.
  func label(behind site: QuantitySite) -> Range<Int>? {
    guard site.back == nil, site.start == 0 else { return nil }
    var at = site.next
    guard at < tokens.count else { return nil }
    if at == site.end, tokens[at].kind == .stop {
      while at < tokens.count, tokens[at].kind == .stop { at += 1 }
    } else if tokens[at - 1].range.upperBound == tokens[at].range.lowerBound {
      return nil
    }
    while at < tokens.count, tokens[at].isTime || tokens[at].isLight { at += 1 }
    guard at < tokens.count else { return nil }
    let end = sentence.clauseEnd(of: at)
    return at < end ? at..<end : nil
  }

  /// Every run of a label that ends where a phrase may.
  func appendRuns(in label: Range<Int>, to list: inout MeasureCandidateList) {
    var count = 0
    for end in (label.lowerBound + 1...label.upperBound).reversed()
    where count < MeasureCandidates.mostLabelEnds {
      guard end == label.upperBound ? limits[end - 1].contains(.end) : isEnd(end) else { continue }
      appendRuns(endingAt: end, .label, notBefore: label.lowerBound, to: &list)
      count += 1
    }
  }

  private static let mostLabelEnds = 3
}
