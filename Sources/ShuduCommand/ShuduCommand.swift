import ArgumentParser

/// `shudu`: Chinese newspapers into facts.
public struct ShuduCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "shudu", abstract: "Chinese newspapers into facts.", version: "0.1.0")

  public init() {}
}
