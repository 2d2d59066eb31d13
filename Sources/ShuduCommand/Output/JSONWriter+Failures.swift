import Shudu
import ShuduStore

extension JSONWriter {
  /// The member `failed`: the files that gave nothing, each with its path and reason.
  mutating func writeFailed(_ failures: [FileFailure]) {
    key("failed")
    beginArray()
    for failure in failures {
      beginObject()
      key("path")
      string(failure.path)
      key("reason")
      string(failure.reason)
      endObject()
    }
    endArray()
  }
}
