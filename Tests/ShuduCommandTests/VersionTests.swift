import Testing

@testable import ShuduCommand

@Suite struct VersionTests {
  @Test func commandHasAName() {
    #expect(ShuduCommand.configuration.commandName == "shudu")
  }
}
