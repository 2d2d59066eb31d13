import Foundation

/// Time on a processor, which other work on the machine does not lengthen; seconds.
enum ProcessorClock {
  /// Of this thread.
  static var now: Double { read(CLOCK_THREAD_CPUTIME_ID) }

  /// Of all threads of the process together.
  static var ofProcess: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
