import Foundation
import Shudu

/// MB/s of quantities and times by the length of the input, all in one line: a flat column is linear cost.
struct GrowthTable {
  let text: BenchmarkText

  func print() {
    let newspaper = text.repeated(bytes: 10 << 20).joined().filter { $0 != "\n" }
    let inputs: [(name: String, units: [UInt16])] = [
      ("newspaper", Array(newspaper.utf16)), ("digits", repeated("1")), ("一", repeated("一")),
      ("12.5亿元、", repeated("12.5亿元、")), ("每每", repeated("每每")), ("3-", repeated("3-")),
    ]
    Swift.print("quantities, MB/s of UTF-8         1 kB    10 kB   100 kB     1 MB    10 MB")
    for input in inputs {
      row(input.name, input.units) { units in
        QuantityRecognizer().quantities(in: units, range: 0..<units.count).count
      }
    }
    Swift.print("times, MB/s of UTF-8")
    for input in inputs {
      row(input.name, input.units) { units in
        var context = TimeContext(articleDate: CalendarDate("2020-12-30"))
        return TimeRecognizer().times(in: units, range: 0..<units.count, context: &context).count
      }
    }
  }

  private func repeated(_ text: String) -> [UInt16] {
    Array(String(repeating: text, count: (10 << 20) / text.utf8.count).utf16)
  }

  private func row(_ name: String, _ units: [UInt16], _ run: ([UInt16]) -> Int) {
    let folded = CharacterFold.standard.fold(units)
    let bytesPerUnit =
      Double(String(decoding: units.prefix(3000), as: UTF16.self).utf8.count) / 3000
    var line = name.padding(toLength: 30, withPad: " ", startingAt: 0)
    for size in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
      let count = min(folded.count, Int(Double(size) / bytesPerUnit))
      let part = Array(folded[..<count])
      let rounds = max(1, min(50, 1_000_000 / size))
      var best = Double.infinity
      for _ in 0..<3 {
        let start = ProcessorClock.now
        for _ in 0..<rounds where run(part) < 0 { return }
        best = min(best, (ProcessorClock.now - start) / Double(rounds))
      }
      line += String(format: "%9.1f", Double(count) * bytesPerUnit / best / 1e6)
    }
    Swift.print(line)
  }
}
