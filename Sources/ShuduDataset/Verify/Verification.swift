import Foundation
import ShuduStore

/// Checks a package against its own hashes, and against the corpus that it was made of.
public struct Verification {
  /// Something that is not as it should be.
  public struct Problem: Sendable, Equatable {
    /// A file of the package, or a fact's id.
    public var place: String
    public var reason: String

    public var message: String { "\(place): \(reason)" }
  }

  /// What was looked at, and what was found.
  public struct Result: Sendable, Equatable {
    public var problems: [Problem] = []
    public var files = 0
    public var facts = 0
  }

  private let folder: String

  /// - Throws: `badPackage` or `unreadable` where the folder is no package at all.
  public init(_ folder: String) throws(DatasetError) {
    self.folder = folder
    _ = try PackageDescriptor.read(in: folder)
  }

  /// - Parameters:
  ///   - corpus: the corpus folder; nil to check the package alone.
  ///   - limit: bytes of the largest article that is read.
  public func run(corpus: CorpusFolder?, limit: Int) throws(DatasetError) -> Result {
    var result = Result()
    let descriptor = try PackageDescriptor.read(in: folder)
    try checkSeal(of: descriptor, &result)
    for resource in descriptor.resources { check(resource, &result) }
    checkNames(descriptor, &result)
    if let corpus {
      var evidence = EvidenceVerification(corpus: corpus, limit: limit)
      try PackageFile.forEachLine(of: folder + "/facts.jsonl") { line in
        result.facts += 1
        result.problems += evidence.problems(inLine: line, number: result.facts)
      }
    }
    return result
  }

  /// The descriptor's bytes are a function of its members, so any change to it shows.
  private func checkSeal(
    of descriptor: PackageDescriptor, _ result: inout Result
  ) throws(DatasetError) {
    result.files += 1
    let bytes = try PackageFile.read(folder + "/" + PackageDescriptor.fileName)
    if (try? descriptor.bytes()) != bytes {
      result.problems.append(
        Problem(place: PackageDescriptor.fileName, reason: "changed since the rebuild"))
    }
  }

  private func check(_ resource: PackageDescriptor.Resource, _ result: inout Result) {
    result.files += 1
    func note(_ reason: String) {
      result.problems.append(Problem(place: resource.path, reason: reason))
    }
    // A descriptor from elsewhere leads nowhere else.
    guard !resource.path.contains("/") else { return note("lies outside the package") }
    do throws(DatasetError) {
      let found = try PackageFile.measure(folder + "/" + resource.path, name: resource.path)
      if found.bytes != resource.bytes {
        note("has \(found.bytes) bytes, should have \(resource.bytes)")
      } else if found.hash != resource.hash {
        note("changed since the rebuild")
      }
    } catch {
      if case .unreadable(_, ENOENT) = error { note("missing") } else { note(error.message) }
    }
  }

  private func checkNames(_ descriptor: PackageDescriptor, _ result: inout Result) {
    let known = Set(descriptor.resources.map(\.path)).union([PackageDescriptor.fileName])
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where !known.contains(name) {
      result.problems.append(Problem(place: name, reason: "is no part of the package"))
    }
  }
}
