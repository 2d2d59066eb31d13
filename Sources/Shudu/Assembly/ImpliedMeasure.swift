/// What a unit alone says is measured, whether or not the text has the word: `57岁的果农` tells of an age.
///
/// The words of such a measure are these, and stand where the unit does.
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
}
