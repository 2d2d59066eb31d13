import Foundation

/// What libFuzzer calls once before it starts: `--stage=NAME` chooses what is fuzzed, `--steps` counts steps of
/// inputs that mean harm instead.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(
  _ count: UnsafeMutablePointer<Int32>?, _ arguments: UnsafeMutableRawPointer?
) -> Int32 {
  if CommandLine.arguments.contains("--steps") {
    exit(StepTable(isFull: CommandLine.arguments.contains("--full")).run() ? 0 : 1)
  }
  guard Entry.stage != nil else {
    let names = Stage.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("ShuduFuzz: --stage=NAME, one of \(names)\n".utf8))
    exit(64)
  }
  return 0
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Entry.stage?.run(UnsafeBufferPointer(start: bytes, count: count))
  return 0
}

enum Entry {
  static let stage = CommandLine.arguments.lazy
    .compactMap { $0.hasPrefix("--stage=") ? Stage(rawValue: String($0.dropFirst(8))) : nil }.first
}
