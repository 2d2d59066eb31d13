import ArgumentParser
import Foundation
import ShuduInput
import Testing

@testable import ShuduCommand

/// Help is what `Golden/` says; `SHUDU_REWRITE_GOLDEN=1 swift test --filter HelpTests` rewrites it.
@Suite struct HelpTests {
  static let commands: [String] = ShuduCommand.configuration.subcommands.map {
    $0.configuration.commandName ?? ""
  }
  static let names: [String] = ["shudu"] + commands

  static let golden: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  @Test(arguments: names)
  func helpIsAsWritten(_ name: String) throws {
    let arguments = name == "shudu" ? ["--help"] : [name, "--help"]
    let output = try Program.run(arguments)
    #expect(output.code == 0 && output.complaints.isEmpty)
    let file = HelpTests.golden.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["SHUDU_REWRITE_GOLDEN"] == "1" {
      try output.bytes.write(to: file)
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    #expect(output.text == expected, "SHUDU_REWRITE_GOLDEN=1 rewrites \(name).txt")
  }

  @Test func noGoldenFileIsLeftOver() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: HelpTests.golden.path)
    #expect(files.sorted() == HelpTests.names.map { "\($0).txt" }.sorted())
  }

  /// A command that the README does not name is one that nobody finds.
  @Test(arguments: commands)
  func theReadmeNamesEachCommand(_ name: String) throws {
    let readme = try String(
      contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(readme.contains("`shudu \(name)"))
  }

  @Test func saysItsVersion() throws {
    let output = try Program.run(["--version"])
    #expect(output.code == 0 && output.text == Version.current + "\n")
  }
}
