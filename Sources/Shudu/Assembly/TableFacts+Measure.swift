/// What the figures of a table measure.
extension TableFacts {
  /// Whether the head of a row tells what the row is of: no unit, no running number.
  func isTelling(_ head: Int, in table: PageTable) -> Bool {
    guard let role = self.heads[head] else { return false }
    if role.role == .unit || role.role == .serial || role.role == .note { return false }
    return corner(of: head, in: table).map { ![.unit, .serial].contains($0) } ?? true
  }

  /// What the head over a head of rows is (`地区`, `单位`); nil for no word of the table.
  func corner(of head: Int, in table: PageTable) -> TableWords.Class? {
    guard case .tableCell(let cell) = page.paragraphs[head].role,
      table.columnHeads.indices.contains(cell.column)
    else { return nil }
    return table.columnHeads[cell.column].last.flatMap { heads[$0]?.role }
  }

  /// The measures that heads name, from the first on; owners measure nothing.
  private func measures(_ found: [Int]) -> [Citation] {
    found.compactMap { head in
      guard let said = heads[head], said.owner == nil, let range = said.measure else { return nil }
      return Citation(head, range)
    }
  }

  func bases(of heads: [[Int]]) -> [Base] {
    var last = Base()
    return heads.map { chain in
      let found = measures(chain)
      let base = last
      if !chain.contains(where: { self.heads[$0]?.isAspect ?? false }) {
        last.measure = found.isEmpty ? last.measure : joined(found)
      }
      last.time = time(chain) ?? last.time
      return base
    }
  }

  func readMeasure(
    _ columns: [Int], _ rows: [Int], _ base: Base, _ rowBase: Base, to reading: inout TableReading
  ) {
    let isOwned = rows.contains { isOwner($0) }
    var column = measures(columns)
    var row = isOwned ? measures(rows.filter { !isOwner($0) }) : measures(rows.suffix(1))
    let isAspect = { (chain: [Int]) in chain.contains { heads[$0]?.isAspect ?? false } }
    let isIndicator = rows.contains { heads[$0]?.hasUnit ?? false }
    if column.isEmpty, isAspect(columns), !isIndicator, let measure = base.measure {
      column = [measure]
    }
    if row.isEmpty, isAspect(rows), let measure = rowBase.measure { row = [measure] }
    if let last = column.last, let first = row.last {
      if isEnd(last, of: first) { column = [] } else if isEnd(first, of: last) { row = [] }
    }
    let divides =
      !columns.contains { heads[$0]?.hasUnit ?? false }
      && (isIndicator || areIndicators(rows)
        || columns.contains { heads[$0]?.role == .scope })
    let all = divides ? column + row : row + column
    guard !all.isEmpty else { return }
    reading.measure = joined(all)
    reading.rules.append(
      row.isEmpty
        ? "measure.table.column" : column.isEmpty ? "measure.table.row" : "measure.table.both")
  }

  /// Whether heads of rows stand under `指标`.
  private func areIndicators(_ rows: [Int]) -> Bool {
    guard let head = rows.last, let turn = table(of: head) else { return false }
    return corner(of: head, in: page.tables[turn]) == .indicator
  }

  private func joined(_ parts: [Citation]) -> Citation {
    var whole = parts[0]
    for part in parts.dropFirst() { whole.append(part) }
    return whole
  }

  private func isEnd(_ short: Citation, of long: Citation) -> Bool {
    words(long).ends(with: words(short))
  }

  private func words(_ citation: Citation) -> NameWords {
    citation.words(in: page.paragraphs[citation.paragraph].folded)
  }
}
