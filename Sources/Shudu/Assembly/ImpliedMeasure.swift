/// What of a measure's words the text does not have where they stand.
///
/// A unit may say alone what is measured: `57岁的果农` tells of an age; the words of such a measure are its name, and stand where the
/// unit does. A predicate and the noun that it tells of have `的` between them, which stands nowhere: `6个项目已有4个建成投用` tells
/// of 建成投用的项目.
public enum ImpliedMeasure {
  /// The measure that a unit implies, in the unit's script; nil for most units.
  public static func name(ofUnit unit: String) -> String? {
    // Most units are turned away by their last character.
    guard let last = unit.unicodeScalars.last, last == "岁" || last == "歲" else { return nil }
    return switch unit {
    case "岁", "周岁": "年龄"
    case "歲", "周歲": "年齡"
    default: nil
    }
  }

  /// A predicate and the noun that it tells of, as one name.
  static func linked(_ predicate: String, _ noun: String) -> String { predicate + "的" + noun }

  /// Whether pieces of the text tell a measure, though it is not what they spell.
  public static func isTold(_ measure: String, by pieces: [String]) -> Bool {
    if name(ofUnit: pieces.joined()) == measure { return true }
    return pieces.indices.dropFirst().contains { index in
      linked(pieces[..<index].joined(), pieces[index...].joined()) == measure
    }
  }
}
