import ArgumentParser
import Shudu

/// Limits that several commands share.
struct LimitOptions: ParsableArguments {
  /// 16 MiB.
  static let standardSize = 16 << 20

  @Option(
    name: .customLong("max-size"),
    help: "Refuse a file of more bytes than this.")
  var maxSize = LimitOptions.standardSize
}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
