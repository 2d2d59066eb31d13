import Shudu

/// The program's version and its word tables' hash, part of every record.
public enum Version {
  public static let current = "0.1.0"
  public static let lexicon = ArticleInput.version(of: Lexicon.bytes)

  /// The hash of the binary's tables and a team's.
  public static func lexicon(adding team: TeamLexicon) -> String {
    team.isEmpty ? lexicon : ArticleInput.version(of: Lexicon.bytes + team.bytes)
  }
}
