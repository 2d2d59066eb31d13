import Foundation
import Shudu
import ShuduInput

/// A team's own words: the tables of `lexicon/`, in the columns of the binary's.
public struct CorpusLexicon: Sendable {
  public let words: TeamLexicon
  /// `sha256:` and the hash of all words, the binary's and the team's: `extractor.lexicon` of records.
  public let hash: String

  /// Reads `lexicon/*.tsv`; a corpus without them has the binary's words.
  ///
  /// - Throws: `badLexicon` with the line that says nothing, or for a table that no team may add to.
  public static func load(from folder: CorpusFolder) throws(StoreError) -> CorpusLexicon {
    var words = TeamLexicon()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.lexicon)) ?? []
    for name in names.sorted() where name.hasSuffix(".tsv") && !name.hasPrefix(".") {
      let path = folder.lexicon + "/" + name
      let table = String(name.dropLast(4))
      guard TeamLexicon.tables.contains(table) else {
        let known = TeamLexicon.tables.map { $0 + ".tsv" }.joined(separator: ", ")
        throw .badLexicon(path: path, line: 1, reason: "no table that can be added to: \(known)")
      }
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw .badLexicon(path: path, line: 1, reason: "no UTF-8 text that can be read")
      }
      if let fault = TeamLexicon.fault(in: text, of: table) {
        throw .badLexicon(path: path, line: fault.line, reason: fault.reason)
      }
      words.add(text, to: table)
    }
    return CorpusLexicon(words: words, hash: Version.lexicon(adding: words))
  }
}
