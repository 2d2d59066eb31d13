// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// Tests read the whole corpus many times: `Tests/run` asks for a debug build whose core is optimized.
let core =
  Context.environment["SHUDU_OPTIMIZED"] == nil ? strict : strict + [.unsafeFlags(["-O"])]

let package = Package(
  name: "Shudu",
  products: [
    .executable(name: "shudu", targets: ["shudu"]),
    .library(name: "Shudu", targets: ["Shudu"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CHTML", linkerSettings: [.linkedLibrary("gumbo")]),
    .target(name: "CFileExchange"),
    .target(name: "CLexicon", exclude: ["Data", "Pages"]),
    .target(name: "ICU", dependencies: ["CICU"], swiftSettings: core),
    .target(
      name: "Shudu", dependencies: ["ICU", "CHTML", "CLexicon"], swiftSettings: core),
    .target(
      name: "ShuduEvaluation",
      dependencies: ["Shudu", .product(name: "Yams", package: "Yams")], swiftSettings: core),
    .target(
      name: "ShuduInput",
      dependencies: ["Shudu", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: core),
    .target(
      name: "ShuduStore",
      dependencies: [
        "Shudu", "ShuduInput", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .target(
      name: "ShuduDataset",
      dependencies: [
        "Shudu", "ShuduEvaluation", "ShuduInput", "ShuduStore", "CFileExchange", "CLexicon",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
    .target(name: "CReviewPages", exclude: ["Web"]),
    .target(
      name: "ShuduReview",
      dependencies: [
        "Shudu", "ShuduInput", "ShuduStore", "CReviewPages",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: strict),
    .target(
      name: "ShuduCommand",
      dependencies: [
        "Shudu", "ShuduDataset", "ShuduEvaluation", "ShuduInput", "ShuduStore", "ShuduReview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(name: "shudu", dependencies: ["ShuduCommand"], swiftSettings: strict),
    .executableTarget(
      name: "ShuduBenchmark", dependencies: ["Shudu", "ICU"],
      exclude: ["README.md", "Results.md", "compare.py"], swiftSettings: strict),
    .testTarget(name: "ShuduTests", dependencies: ["Shudu", "ICU"], swiftSettings: strict),
    .testTarget(
      name: "ShuduEvaluationTests", dependencies: ["ShuduEvaluation", "Shudu"],
      swiftSettings: strict),
    .testTarget(
      name: "ShuduStoreTests",
      dependencies: ["ShuduStore", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "ShuduDatasetTests",
      dependencies: [
        "ShuduDataset", "ShuduInput", "ShuduStore", "Shudu",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .testTarget(
      name: "ShuduReviewTests", dependencies: ["ShuduReview", "ShuduStore", "Shudu"],
      swiftSettings: strict),
    .testTarget(
      name: "ShuduCommandTests", dependencies: ["ShuduCommand", "ShuduInput", "Shudu"],
      exclude: ["Golden"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x, cxxLanguageStandard: .cxx17
)

// The fuzzers need a sanitizer's runtime, so that only `Tests/Harm/fuzz` asks for them.
if Context.environment["SHUDU_FUZZ"] != nil {
  package.targets += [
    .target(name: "CSteps"),
    .executableTarget(
      name: "ShuduFuzz", dependencies: ["Shudu", "CSteps"], swiftSettings: strict,
      linkerSettings: [
        .unsafeFlags(
          ["", "_init"].flatMap { ["-Xlinker", "--wrap=__sanitizer_cov_trace_pc_guard\($0)"] })
      ]),
  ]
}
