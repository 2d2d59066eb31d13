/// What the reading of one sentence's names takes of memory, used again for the next one.
public final class NameMemory {
  // Of the lattice.
  let wordFirsts = WorkBuffer<Int32>()
  let words = WorkBuffer<WordMatches.Found>()
  let nodes = WorkBuffer<NameLattice.Node>()
  // Of the options and their weights.
  let options = WorkBuffer<NameOption>()
  let optionHeads = WorkBuffer<Int32>()
  let edges = WorkBuffer<NameFeatures.Node>()
  let starts = WorkBuffer<NameModel.Row>()
  let inner = WorkBuffer<NameModel.Row>()

  public init() {}
}
