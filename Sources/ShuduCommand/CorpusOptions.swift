import ArgumentParser
import Foundation
import ShuduStore

/// The corpus folder that a command works on.
struct CorpusArgument: ParsableArguments {
  @Argument(help: "The corpus folder.")
  var corpus: String

  var folder: CorpusFolder {
    get throws(StoreError) { try CorpusFolder(path: corpus) }
  }
}

extension StoreError {
  /// Runs a command's work, and ends it with the error's words and exit code 1.
  static func reporting<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
      return try await work()
    } catch let error as StoreError {
      StandardOutput.complain("shudu: \(error.message)")
      throw ExitCode(1)
    }
  }
}
