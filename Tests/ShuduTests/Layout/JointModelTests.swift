import Testing

@testable import Shudu

/// A learnt model beside the rules' points.
@Suite struct JointModelTests {
  /// Two columns torn after a comma; the rules take the nearer beginning.
  private static let page = """
    # 果园装上“千里眼”
    果农说,自从装了摄像头,
    # 旧粮仓变身书房
    存了半个世纪粮食的老仓库,昨天迎来第一批读者,全部免费借阅。
    手机一点就知道哪棵树缺水。
    设计师保留了木梁和气窗,读者坐在窗边就能看见麦田。
    """

  private static let joint = PairScorer.Joint(made: 0, shared: 0)

  private func joints(_ weights: [Feature: Int32]) -> [String] {
    let breaker = WordBreaker()
    let units = Array(JointModelTests.page.utf16)
    let page = LayoutStage(weights).page(from: blocks(of: JointModelTests.page), breaker: breaker)
    return page.joins.map { String(utf16: units[$0.head..<$0.head + 4]) }
  }

  @Test func weightsOfTheHeadChooseIt() {
    let far = Feature(.headStart, Int(Array("设".utf16)[0]))
    let near = Feature(.headStart, Int(Array("手".utf16)[0]))
    #expect(joints([far: 6000, near: -6000]) == ["设计师保"])
    #expect(joints([near: 6000, far: -6000]) == ["手机一点"])
  }

  private func scorer() -> PairScorer {
    let cutter = StretchCutter(words: .standard)
    let stretches = RoleResolver.resolve(
      cutter.stretches(of: blocks(of: JointModelTests.page)), words: .standard)
    let texts = stretches.indices.filter { stretches[$0].role == .body }
    return PairScorer(stretches, texts: texts, words: .standard, breaker: nil)
  }

  @Test func nothingWithoutWeights() {
    let model = JointModel(scorer: scorer(), model: LinearModel(weights: [:]))
    #expect(model.points(from: 0, to: 2, PairScorer.Joint(made: 9, shared: 0)) == 0)
  }

  @Test func pointsAreBounded() {
    let first = Feature(.headStart, Int(Array("手".utf16)[0]))
    let high = JointModel(scorer: scorer(), model: LinearModel(weights: [first: 900_000]))
    #expect(high.points(from: 0, to: 2, JointModelTests.joint) == JointModel.most)
    let low = JointModel(scorer: scorer(), model: LinearModel(weights: [first: -900_000]))
    #expect(low.points(from: 0, to: 2, JointModelTests.joint) == -JointModel.most)
  }

  @Test func featuresAreKeptForTrainingAlone() {
    let model = LinearModel(weights: [:])
    let plain = JointModel(scorer: scorer(), model: model)
    #expect(plain.support(from: 0, to: 2, JointModelTests.joint).features(by: model).isEmpty)
    let recording = LinearModel(recording: model)
    let keeping = JointModel(scorer: scorer(), model: recording)
    let names = keeping.support(from: 0, to: 2, JointModelTests.joint).features(by: recording)
      .map(\.name)
    // The tail ends in a comma, the head is farther off, after a heading.
    #expect(names.contains { $0.hasPrefix("tailWord:1:") })
    #expect(names.contains("pairPlace:4:0"))
  }

  /// The binary has weights, and each is read back under its own name.
  @Test func standardWeights() {
    var count = 0
    EmbeddedTable.withBytes(named: "layout-weights") { bytes in
      EmbeddedTable.forEachLine(of: bytes) { line in
        let line = UnsafeBufferPointer(rebasing: bytes[line])
        let name = UnsafeBufferPointer(rebasing: line[..<(line.firstIndex(of: 0x09) ?? 0)])
        #expect(Feature(name: name)?.name == String(decoding: name, as: UTF8.self))
        count += 1
      }
    }
    #expect(count > 1000)
  }
}
