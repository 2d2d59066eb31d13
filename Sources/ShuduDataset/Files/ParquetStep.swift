import Foundation

/// Writes `facts.parquet` with a Python that has pyarrow, since no Swift library is at hand.
///
/// The script is `Sources/CLexicon/Pages/parquet.py`, which also runs by itself. The same table gives the same bytes
/// with the same version of pyarrow.
struct ParquetStep {
  /// Name or path of the interpreter.
  var python: String

  func run(
    in folder: String, fields: [PackageDescriptor.Field]
  ) throws(DatasetError) -> WrittenFile {
    let name = "facts.parquet"
    let process = Process()
    let complaints = Pipe()
    do {
      let list = String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        python, "-I", "-B", "-c", EmbeddedPage.text(named: "parquet.py"), folder, list,
      ]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = complaints
      try process.run()
    } catch {
      throw .parquet(reason: "\(python) can't be started")
    }
    let words = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let last = String(decoding: words, as: UTF8.self).split(separator: "\n").last
      throw .parquet(reason: "\(python): \(last ?? "ended with code \(process.terminationStatus)")")
    }
    return try PackageFile.measure(folder + "/" + name, name: name)
  }
}
