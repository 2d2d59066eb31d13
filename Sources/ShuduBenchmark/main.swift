import Foundation
import ICU
import Shudu

/// Speeds beside ICU's bare word break over the same text in the same run, and memory by input size.
///
///     ShuduBenchmark [CORPUS-ARTICLES-FOLDER] [--megabytes N] [--cores | --memory | --growth]

let arguments = Array(CommandLine.arguments.dropFirst())

func option(_ name: String) -> String? {
  guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else { return nil }
  return arguments[at + 1]
}

let folder = arguments.first.flatMap { $0.hasPrefix("--") ? nil : $0 } ?? "Corpus/articles"
let megabytes = option("--megabytes").flatMap { Int($0) } ?? 2

if let size = option("--child").flatMap({ Int($0) }) {
  MemoryProbe.runBatch(text: BenchmarkText(folder: folder), megabytes: size)
} else if let words = option("--repeat") {
  MemoryProbe.runRepeated(words)
} else if arguments.contains("--cores") {
  CoreTable(text: BenchmarkText(folder: folder), megabytes: megabytes).print()
} else if arguments.contains("--memory") {
  MemoryProbe.printTable(folder: folder)
} else if arguments.contains("--growth") {
  GrowthTable(text: BenchmarkText(folder: folder)).print()
} else {
  SpeedTable(text: BenchmarkText(folder: folder), megabytes: megabytes).print()
}
