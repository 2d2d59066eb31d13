/// The secret of one start of the server, part of the address that the terminal prints.
public struct AccessToken: Sendable {
  public let text: String

  /// 192 random bits, or what the caller chose.
  public init(_ text: String? = nil) {
    self.text = text ?? AccessToken.random()
  }

  /// Whether another text is the same, in time that depends on its length alone.
  func matches(_ other: String) -> Bool {
    let mine = Array(text.utf8)
    let theirs = Array(other.utf8)
    var difference = mine.count ^ theirs.count
    for (index, byte) in theirs.enumerated() {
      difference |= Int(byte ^ mine[index % mine.count])
    }
    return difference == 0
  }

  private static func random() -> String {
    let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_")
    var generator = SystemRandomNumberGenerator()
    return String((0..<32).map { _ in alphabet[Int.random(in: 0..<64, using: &generator)] })
  }
}
