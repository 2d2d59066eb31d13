import CFileExchange
import Foundation

/// A folder beside the output in which a package is made, and which takes the output's place at the end.
///
/// It is named `.NAME.rebuild` and locked while it is used. What a killed rebuild left there is thrown away by
/// the next one; the output itself is only ever changed by one exchange of names.
final class StagingFolder {
  /// The folder to write into.
  let path: String
  /// Where the package is to stand.
  let output: String
  private var descriptor: Int32 = -1

  /// Makes and locks the folder, and throws away what stands in it.
  init(for output: String) throws(DatasetError) {
    var output = output
    while output.count > 1, output.hasSuffix("/") { output.removeLast() }
    let url = URL(fileURLWithPath: output)
    self.output = url.path
    let parent = url.deletingLastPathComponent().path
    path = parent + "/." + url.lastPathComponent + ".rebuild"
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: parent, code: StagingFolder.code(of: error))
    }
    try StagingFolder.checkIsDataset(self.output)
    try lock()
    try empty()
    restoreOutput()
  }

  deinit {
    guard descriptor >= 0 else { return }
    // Only this process's own folder: the lock is still held.
    try? FileManager.default.removeItem(atPath: path)
    close(descriptor)
  }

  /// Puts the finished folder in the output's place.
  func commit() throws(DatasetError) {
    try sync(path)
    if rename(path, output) != 0 {
      guard errno == ENOTEMPTY || errno == EEXIST else {
        throw .unwritable(path: output, code: errno)
      }
      try exchange()
    }
    try sync(URL(fileURLWithPath: output).deletingLastPathComponent().path)
    // Under the staging name now stands the earlier dataset, if anything.
    try? FileManager.default.removeItem(atPath: path)
    close(descriptor)
    descriptor = -1
  }

  /// In one step where the file system can, else in two; the name `.NAME.rebuild.old` tells of the first.
  private func exchange() throws(DatasetError) {
    let code = cfileexchange_swap(path, output)
    if code == 0 { return }
    guard code == EINVAL || code == ENOSYS else { throw .unwritable(path: output, code: code) }
    try? FileManager.default.removeItem(atPath: path + ".old")
    guard rename(output, path + ".old") == 0, rename(path, output) == 0 else {
      throw .unwritable(path: output, code: errno)
    }
    try? FileManager.default.removeItem(atPath: path + ".old")
  }

  /// Takes back an earlier dataset that a killed rebuild had moved aside.
  private func restoreOutput() {
    let old = path + ".old"
    guard FileManager.default.fileExists(atPath: old) else { return }
    if FileManager.default.fileExists(atPath: output) {
      try? FileManager.default.removeItem(atPath: old)
    } else {
      rename(old, output)
    }
  }

  private func lock() throws(DatasetError) {
    while true {
      guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw .unwritable(path: path, code: errno)
      }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else {
        if errno == ENOENT { continue }
        throw .unwritable(path: path, code: errno)
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw .busy(path: output)
      }
      // Another rebuild may have given the folder the output's name meanwhile.
      var mine = stat()
      var current = stat()
      if fstat(descriptor, &mine) == 0, stat(path, &current) == 0, mine.st_ino == current.st_ino {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  private func empty() throws(DatasetError) {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: path) {
        try FileManager.default.removeItem(atPath: path + "/" + name)
      }
    } catch {
      throw .unwritable(path: path, code: StagingFolder.code(of: error))
    }
  }

  private func sync(_ folder: String) throws(DatasetError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path: folder, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .unwritable(path: folder, code: errno)
    }
  }

  /// Nothing that no rebuild made is ever replaced.
  private static func checkIsDataset(_ output: String) throws(DatasetError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: output, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw .notADataset(path: output) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
    guard names.isEmpty || names.contains(PackageDescriptor.fileName) else {
      throw .notADataset(path: output)
    }
  }

  private static func code(of error: any Error) -> Int32 {
    let error = error as NSError
    let under = error.userInfo[NSUnderlyingErrorKey] as? NSError
    for candidate in [under, error] {
      if let candidate, candidate.domain == NSPOSIXErrorDomain { return Int32(candidate.code) }
    }
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission?: return EACCES
    case .fileWriteOutOfSpace?: return ENOSPC
    case .fileWriteVolumeReadOnly?: return EROFS
    default: return EIO
    }
  }
}
