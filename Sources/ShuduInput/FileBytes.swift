import Foundation

/// Reads whole files by descriptor: no repair of bad UTF-8, a limit, and errors that say what is wrong.
public enum FileBytes {
  /// Why a file could not be read.
  public enum Failure: Error, Equatable {
    case missing
    case folder
    case denied
    case tooLarge(limit: Int)
    case system(code: Int32)

    /// A sentence for a person, without the path.
    public var reason: String {
      switch self {
      case .missing: "no such file"
      case .folder: "is a folder; name the files in it"
      case .denied: "permission denied"
      case .tooLarge(let limit): "has more than \(limit) bytes; --max-size allows more"
      case .system(let code): String(cString: strerror(code))
      }
    }
  }

  /// The bytes of a file, a FIFO, or standard input (`-`).
  ///
  /// - Parameter limit: the number of bytes that are too many from the next one on.
  public static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, expected: 0, limit: limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw .missing
      case EACCES, EPERM: throw .denied
      default: throw .system(code: errno)
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .folder }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(limit: limit) }
    return try read(descriptor: descriptor, expected: size, limit: limit)
  }

  private static func read(
    descriptor: Int32, expected: Int, limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(code: errno)
      }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    }
  }
}
