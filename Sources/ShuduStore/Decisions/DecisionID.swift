import Foundation

/// Ids and times of new decisions.
public enum DecisionID {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// 26 characters of base 32: ten of the milliseconds since 1970, sixteen random ones; sorts by time.
  public static func make(at date: Date = Date()) -> String {
    var milliseconds = UInt64(max(0, date.timeIntervalSince1970 * 1000))
    var time: [Character] = []
    for _ in 0..<10 {
      time.append(alphabet[Int(milliseconds & 31)])
      milliseconds >>= 5
    }
    let random = (0..<16).map { _ in alphabet[Int.random(in: 0..<32)] }
    return String(time.reversed() + random)
  }

  /// UTC with milliseconds, `2026-11-27T16:00:00.000Z`.
  public static func time(of date: Date = Date()) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
