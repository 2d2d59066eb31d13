import Crypto
import Shudu

/// The program's version and its word tables' hash, part of every record.
public enum Version {
  public static let current = "0.1.0"
  public static let lexicon = hash(adding: [])

  /// The hash of the binary's tables and a team's.
  public static func lexicon(adding team: TeamLexicon) -> String {
    team.isEmpty ? lexicon : hash(adding: team.bytes)
  }

  private static func hash(adding bytes: [UInt8]) -> String {
    var hash = SHA256()
    Lexicon.forEachTable { hash.update(bufferPointer: $0) }
    hash.update(data: bytes)
    return ArticleInput.text(of: hash.finalize())
  }
}
