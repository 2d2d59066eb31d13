import ArgumentParser
import ShuduInput

/// `shudu`: Chinese newspapers into facts.
public struct ShuduCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "shudu",
    abstract: "Read Chinese news articles and state their numbers as facts.",
    discussion: """
      Shudu (数读) reads newspaper pages and gives each number with its unit, what it measures, whose \
      it is, when it held, whether it is done or hoped for, and the sentence that says so.
      """,
    version: Version.current,
    subcommands: [
      ExtractCommand.self, RecognizeCommand.self, ExplainCommand.self, EvaluateCommand.self,
      TrainCommand.self, InitCommand.self, ProcessCommand.self, StatusCommand.self,
      DecideCommand.self, DecisionsCommand.self, ReviewCommand.self, RebuildCommand.self,
      VerifyCommand.self,
    ])

  public init() {}
}
