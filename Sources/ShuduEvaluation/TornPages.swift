import Shudu

/// Pages torn by a program, so that where each sentence goes on is known: paragraphs cut in their midst, and nothing,
/// a caption, or a whole section of this or another article set between the halves.
///
/// The same articles and seed give the same pages.
struct TornPages {
  /// An article with no sentence torn: its blocks, and what each is by gold where it is no text.
  struct Article {
    var blocks: [Block]
    var kinds: [String?]
  }

  /// One page, and which blocks go on in which.
  struct Page {
    var blocks: [Block] = []
    var joins: [LayoutTrainer.Sample.Join] = []
  }

  /// A block of the page at hand, known by its number wherever it is moved.
  private struct Item {
    var block: Block
    var kind: String?
    var number: Int
  }

  // Shares in percent: halves with nothing between, with furniture, in the wrong order; sections that are torn
  // themselves; cuts after a comma.
  private static let adjacent = 20
  private static let furnished = 20
  private static let reversed = 4
  private static let crossed = 40
  private static let afterPause = 30

  let articles: [Article]
  /// Captions, credits and labels that stand together in an article.
  private let furniture: [[Block]]
  private var random: SplitMix
  private var items: [Item] = []
  /// By the items' numbers.
  private var joins: [LayoutTrainer.Sample.Join] = []
  private var count = 0

  init(_ articles: [Article], seed: UInt64) {
    self.articles = articles.filter { $0.blocks.count > 3 }
    furniture = articles.flatMap(TornPages.furniture)
    random = SplitMix(state: seed)
  }

  private static func furniture(of article: Article) -> [[Block]] {
    var result: [[Block]] = []
    var run: [Block] = []
    for (block, kind) in zip(article.blocks, article.kinds) {
      if let kind, ["caption", "credit", "label"].contains(kind), run.count < 4 {
        run.append(block)
      } else if !run.isEmpty {
        result.append(run)
        run = []
      }
    }
    return result
  }

  /// A page made of one of the articles, with parts of others.
  mutating func page(of article: Int) -> Page {
    items = []
    joins = []
    count = 0
    items = self.items(of: articles[article], 0..<articles[article].blocks.count)
    let tears = 1 + random.below(5)
    for _ in 0..<tears { tear() }
    var places: [Int: Int] = [:]
    for (place, item) in items.enumerated() { places[item.number] = place }
    var page = Page(blocks: items.map(\.block))
    for join in joins {
      if let tail = places[join.tail], let head = places[join.head] {
        page.joins.append(.init(tail: tail, head: head))
      }
    }
    return page
  }

  private mutating func items(of article: Article, _ range: Range<Int>) -> [Item] {
    range.map { index in
      count += 1
      return Item(block: article.blocks[index], kind: article.kinds[index], number: count)
    }
  }

  private mutating func item(_ block: Block, _ kind: String?) -> Item {
    count += 1
    return Item(block: block, kind: kind, number: count)
  }

  // MARK: Tearing

  /// Cuts a paragraph and sets something between its halves, or nothing.
  private mutating func tear() {
    guard let place = paragraph(in: 0..<items.count), let at = cut(items[place].block) else {
      return
    }
    let head = divide(place, at)
    let choice = random.below(100) - TornPages.adjacent
    if choice < 0 { return }
    if choice < TornPages.furnished, !furniture.isEmpty {
      let run = furniture[random.below(furniture.count)]
      items.insert(contentsOf: run.map { item($0, "caption") }, at: head)
    } else if choice < TornPages.furnished + TornPages.reversed {
      moveBefore(head)
    } else {
      setSection(at: head)
    }
  }

  /// Divides an item; the index of its second half.
  private mutating func divide(_ place: Int, _ at: Int) -> Int {
    let whole = items[place]
    let first = item(TornPages.part(of: whole.block, 0..<at), nil)
    let second = item(TornPages.part(of: whole.block, at..<whole.block.text.count), nil)
    for index in joins.indices {
      if joins[index].tail == whole.number { joins[index].tail = second.number }
      if joins[index].head == whole.number { joins[index].head = first.number }
    }
    joins.append(.init(tail: first.number, head: second.number))
    items[place] = first
    items.insert(second, at: place + 1)
    return place + 1
  }

  /// A paragraph that can be cut; nil if none is soon found.
  private mutating func paragraph(in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    for _ in 0..<12 {
      let place = range.lowerBound + random.below(range.count)
      let units = items[place].block.text.units
      if items[place].kind == nil, items[place].block.kind == .paragraph, units.count >= 24,
        TornPages.isStop(units[units.count - 1])
      {
        return place
      }
    }
    return nil
  }

  /// The second half stands before the first one, at the end of an earlier paragraph.
  private mutating func moveBefore(_ head: Int) {
    let low = max(0, head - 1 - random.below(10))
    let moved = items.remove(at: head)
    items.insert(moved, at: low)
  }

  /// A section, of this article or of another, stands between the halves; its own last paragraph may be torn too.
  private mutating func setSection(at head: Int) {
    var section: [Item] = []
    if random.chance(45), let range = laterSection(after: head) {
      section = Array(items[range])
      items.removeSubrange(range)
    } else {
      let other = articles[random.below(articles.count)]
      let low = start(in: other)
      section = items(of: other, low..<min(other.blocks.count, low + 1 + random.below(9)))
    }
    items.insert(contentsOf: section, at: head)
    guard random.chance(TornPages.crossed),
      let last = paragraph(in: head + section.count - 1..<head + section.count),
      let at = cut(items[last].block)
    else { return }
    // The section goes on after some of what it interrupts.
    let second = items.remove(at: divide(last, at))
    let limit = items[(last + 2)...].firstIndex { $0.kind == "heading" } ?? items.count
    items.insert(second, at: last + 2 + random.below(max(1, min(4, limit - last - 1))))
  }

  /// A heading, or any paragraph, of an article.
  private mutating func start(in article: Article) -> Int {
    let headings = article.blocks.indices.filter {
      article.kinds[$0] == "heading" && ($0 == 0 || article.kinds[$0 - 1] != "heading")
    }
    if !headings.isEmpty, random.chance(65) { return headings[random.below(headings.count)] }
    return random.below(article.blocks.count)
  }

  private mutating func laterSection(after place: Int) -> Range<Int>? {
    let headings = items.indices.filter {
      $0 > place && items[$0].kind == "heading" && items[$0 - 1].kind != "heading"
    }
    guard !headings.isEmpty else { return nil }
    let turn = random.below(headings.count)
    let end = turn + 1 < headings.count ? headings[turn + 1] : items.count
    return headings[turn]..<end
  }

  private static func isStop(_ unit: UInt16) -> Bool { stops.contains(unit) }
  private static let stops = Set("。！？…!?”’」』".utf16)
  private static let pauses = Set("，、；：,;:".utf16)
  private static let openers = Set("（《〈“‘「『【([".utf16)
  private static let closers = Set("）》〉”’」』】)]。！？…，、；：,.;:!?%％".utf16)

  /// Where to cut a paragraph: at any character, or after a mark; nil where none is soon found.
  private mutating func cut(_ block: Block) -> Int? {
    let units = block.text.units
    guard units.count >= 16 else { return nil }
    let wantsPause = random.chance(TornPages.afterPause)
    for _ in 0..<16 {
      let at = 4 + random.below(units.count - 7)
      let before = units[at - 1]
      let after = units[at]
      guard !TornPages.closers.contains(after), !TornPages.openers.contains(before),
        !TornPages.isStop(before), before != 0x20, after != 0x20,
        !(0xDC00...0xDFFF).contains(after)
      else { continue }
      if wantsPause != TornPages.pauses.contains(before) { continue }
      return at
    }
    return nil
  }

  private static func part(of block: Block, _ range: Range<Int>) -> Block {
    var text = MappedText()
    text.append(range, of: block.text)
    let bold = block.bold.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
      .map { $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound }
    return Block(kind: block.kind, text: text, bold: bold)
  }
}

/// A small generator of numbers, the same for the same seed (Steele, Lea, Flood: Fast splittable pseudorandom number
/// generators, 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 to below a limit above 0.
  mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
