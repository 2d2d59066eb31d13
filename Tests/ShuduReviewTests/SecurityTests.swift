import Testing

@testable import ShuduReview

@Suite struct SecurityTests {
  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1:7180", true), ("127.0.0.1", "localhost:7180", true),
    ("127.0.0.1", "LOCALHOST:7180", true), ("127.0.0.1", "[::1]:7180", true),
    ("127.0.0.1", "127.0.0.1", false), ("127.0.0.1", "127.0.0.1:80", false),
    ("127.0.0.1", "evil.example", false), ("127.0.0.1", "evil.example:7180", false),
    ("127.0.0.1", "127.0.0.1.evil.example:7180", false), ("127.0.0.1", "localhost.:7180", false),
    ("127.0.0.1", "192.0.2.7:7180", false), ("127.0.0.1", "", false),
    ("127.0.0.1", "127.0.0.1:7180:7180", false), ("127.0.0.1", "[::1", false),
    ("192.0.2.7", "192.0.2.7:7180", true), ("192.0.2.7", "localhost:7180", false),
    ("192.0.2.7", "evil.example:7180", false), ("0.0.0.0", "192.0.2.7:7180", true),
    ("0.0.0.0", "desk.example:7180", false), ("0.0.0.0", "999.0.2.7:7180", false),
  ])
  func answersToItsOwnNames(address: String, host: String, allowed: Bool) {
    #expect(HostNames(address: address, port: 7180).allow(host) == allowed)
  }

  @Test func tokensMatchThemselvesAlone() {
    let token = AccessToken("abcdefghijklmnop")
    #expect(token.matches("abcdefghijklmnop"))
    for other in [
      "", "a", "abcdefghijklmnoq", "abcdefghijklmnopa", "abcdefghijklmnopabcdefghijklmnop",
    ] {
      #expect(!token.matches(other))
    }
    #expect(AccessToken().text != AccessToken().text && AccessToken().text.utf8.count == 32)
  }

  @Test(arguments: [
    ("zh-CN,zh;q=0.9,en;q=0.8", Language.chinese), ("en-GB,en;q=0.9", .english),
    ("de,en;q=0.5,zh;q=0.4", .english), ("fr", .chinese), ("", .chinese),
    ("en;q=0.2,zh-TW;q=0.9", .chinese), ("zhx,en", .english),
  ])
  func speaksTheBrowsersLanguage(wishes: String, language: Language) {
    #expect(Language(wishes: wishes) == language)
  }
}
