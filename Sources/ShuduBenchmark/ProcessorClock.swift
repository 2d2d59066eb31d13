import Foundation

/// Time that this thread was on a processor, which other work on the machine does not lengthen.
enum ProcessorClock {
  /// Seconds.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
