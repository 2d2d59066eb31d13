import Foundation

/// Runs the built `shudu` that stands beside the test bundle.
enum Program {
  struct Output {
    var code: Int32
    var bytes: Data
    var complaints: String

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The lines of standard output, each a JSON object.
    func objects() throws -> [[String: Any]] {
      try bytes.split(separator: 0x0A).map {
        try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:]
      }
    }
  }

  static let path: String = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("shudu").path

  /// The repository.
  static let root: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the program to its end; it goes by files, since full pipes would hold both of us up.
  static func run(
    _ arguments: [String], input: Data = Data(), in folder: Folder? = nil, program: String = path
  ) throws -> Output {
    let scratch = try Folder()
    let (input, output, complaints) = (
      try scratch.write("input", input), try scratch.write("output", Data()),
      try scratch.write("complaints", Data())
    )
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder?.url ?? scratch.url
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["COLUMNS"] = "100"
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: complaints)
    try process.run()
    process.waitUntilExit()
    return Output(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      bytes: try Data(contentsOf: URL(fileURLWithPath: output)),
      complaints: try String(contentsOfFile: complaints, encoding: .utf8))
  }
}

/// A folder that goes away with its last use.
final class Folder: Sendable {
  let url: URL
  private let isOwn: Bool

  /// A folder that stands already, and stays.
  init(at path: String) {
    url = URL(fileURLWithPath: path)
    isOwn = false
  }

  init() throws {
    isOwn = true
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("shudu-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { if isOwn { try? FileManager.default.removeItem(at: url) } }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    try data.write(to: url.appendingPathComponent(name))
    return path(name)
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }
}

/// A fact record, as far as tests look at it.
struct FactRow {
  var quote: String
  var key: String
  var path: String?
  var text: [(words: String, spans: [[Int]])] = []

  init(_ object: [String: Any]) {
    quote = (object["quote"] as? [String: Any])?["text"] as? String ?? ""
    key = (object["article"] as? [String: Any])?["key"] as? String ?? ""
    path = object["path"] as? String
    for value in object.values {
      guard let evidence = value as? [String: Any], let words = evidence["text"] as? String,
        let spans = evidence["spans"] as? [[Int]]
      else { continue }
      text.append((words, spans))
      if let resolved = evidence["resolved_from"] as? [String: Any],
        let words = resolved["text"] as? String, let spans = resolved["spans"] as? [[Int]]
      {
        text.append((words, spans))
      }
    }
  }

  /// The evidence that can't be cut out of a decoded file.
  func wrong(in file: String) -> [String] {
    let scalars = Array(file.unicodeScalars)
    return text.compactMap { words, spans in
      var cut = String.UnicodeScalarView()
      for span in spans {
        guard span.count == 2, 0 <= span[0], span[0] < span[1], span[1] <= scalars.count else {
          return words
        }
        cut.append(contentsOf: scalars[span[0]..<span[1]])
      }
      return String(cut) == words ? nil : words
    }
  }
}
