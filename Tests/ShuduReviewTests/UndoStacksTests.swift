import ShuduStore
import Testing

@testable import ShuduReview

@Suite struct UndoStacksTests {
  private func steps(_ text: String) -> [DecisionStep] {
    text.split(separator: " ").enumerated().map { index, word in
      let action: Decision.Action =
        word.hasPrefix("-") ? .undo : word.hasPrefix("+") ? .redo : .accept
      let name = action == .accept ? String(word) : String(word.dropFirst())
      return DecisionStep(
        id: action == .accept ? name : "\(index)", when: "", who: "a", action: action,
        object: action == .accept ? nil : name)
    }
  }

  @Test(arguments: [
    ("a b c", "a b c", ""), ("a b -b", "a", "b"), ("a b -b -a", "", "b a"),
    ("a b -b -a +a", "a", "b"), ("a b -b -a +a +b", "a b", ""), ("a b -b c", "a c", ""),
    ("a -a -a", "", "a"), ("-x +y a", "a", ""),
  ])
  func isWhatOneExpects(log: String, done: String, undone: String) {
    let stacks = UndoStacks(steps(log))
    #expect(stacks.done.joined(separator: " ") == done)
    #expect(stacks.undone.joined(separator: " ") == undone)
  }
}
