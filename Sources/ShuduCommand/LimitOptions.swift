import ArgumentParser
import Shudu

/// Limits that several commands share.
struct LimitOptions: ParsableArguments {
  /// 16 MiB.
  static let standardSize = 16 << 20

  @Option(
    name: .customLong("max-size"),
    help: "Refuse a file, or a filter's line, of more bytes than this.")
  var maxSize = LimitOptions.standardSize

  /// Names the option where its value is none.
  func check() throws {
    if maxSize < 1 { throw ValidationError("--max-size takes a number of bytes from 1.") }
  }
}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
