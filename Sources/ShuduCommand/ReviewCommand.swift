import ArgumentParser
import Foundation
import ShuduReview
import ShuduStore

/// `shudu review`: the web app in which a person makes facts true.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review a corpus's facts in the browser.",
    discussion: """
      Serves a page on this machine alone, and prints its address: open it in a browser. Run `shudu process CORPUS` \
      first. Decisions are appended to CORPUS/decisions.jsonl, the same log that `shudu decide` writes, and are on \
      the disk before the page says so. Keys are shown on `?`.

      A second reviewer gives another name and sees none of the first one's verdicts:

        shudu review Corpus --reviewer 李蕾

      To serve other machines, name an address of this one and a token that only your colleagues know. The connection \
      is not encrypted: do so in a network that you trust.

        shudu review Corpus --listen 192.0.2.7 --token 'twenty or more characters'
      """)

  @Option(help: "The port to listen on.")
  var port = 7180

  @Option(help: "Who decides (default: `reviewer` of corpus.yaml, else the user's name).")
  var reviewer: String?

  @Option(help: "Another address of this machine to listen on; wants --token.")
  var listen: String?

  @Option(
    help: "The token that the page's address must hold (default: a random one for each start).")
  var token: String?

  @Argument(help: "The folder of the corpus.")
  var corpus: String

  /// As long as a random one is hard to guess.
  private static let shortestToken = 16

  func validate() throws {
    guard (1...65535).contains(port) else { throw ValidationError("--port is from 1 to 65535.") }
    if listen != nil, token == nil {
      throw ValidationError("--listen lets other machines in: give a --token that they must know.")
    }
    if let token {
      guard token.utf8.count >= ReviewCommand.shortestToken,
        token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Array("\"\\;,&#%+?=".utf8).contains($0) }
        )
      else {
        throw ValidationError(
          "--token wants at least \(ReviewCommand.shortestToken) letters, digits and marks like - or _."
        )
      }
    }
    if let reviewer {
      guard !reviewer.trimmingCharacters(in: .whitespaces).isEmpty, reviewer.count <= 80,
        reviewer.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace || $0 == " " })
      else { throw ValidationError("--reviewer is a name of at most 80 characters.") }
    }
  }

  func run() async throws {
    let name: String
    let desk: ReviewDesk
    do throws(StoreError) {
      let opened = try Corpus(path: corpus)
      name = reviewer ?? opened.settings.reviewer ?? NSUserName()
      desk = try ReviewDesk(corpus: opened, reviewer: name)
    } catch {
      StandardOutput.complain("shudu: \(error.message)")
      throw ExitCode(1)
    }
    let address = listen ?? "127.0.0.1"
    let server = ReviewServer(
      desk: desk,
      options: .init(address: address, port: port, token: AccessToken(token)))
    if listen != nil {
      StandardOutput.complain(
        "shudu: listening on \(address): whoever knows the token can decide; the connection is not encrypted"
      )
    }
    do {
      try await server.run { address in
        StandardOutput.complain("shudu: reviewing as \(name); open this address, stop with Ctrl-C")
        print(address)
        fflush(nil)
      }
    } catch {
      StandardOutput.complain("shudu: \(address):\(port): \(Self.reason(of: error))")
      throw ExitCode(1)
    }
  }

  private static func reason(of error: any Error) -> String {
    let text = "\(error)"
    return text.contains("ddress already in use")
      ? "the port is taken; choose another with --port" : text
  }
}
