import Foundation

/// Puts the system's error numbers into words.
enum FileReason {
  static func text(of code: Int32) -> String {
    switch code {
    case ENOSPC: "no space left on the disk"
    case EROFS: "the file system is read-only"
    case EACCES, EPERM: "permission denied"
    case ENOENT: "no such file"
    default: String(cString: strerror(code))
    }
  }
}
