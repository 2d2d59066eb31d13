/// Wilson's interval of a share: where the true one lies with 95 % confidence.
///
/// Unlike the usual plus-minus it stays within 0 and 1, and says something at few cases.
struct WilsonInterval: Sendable, Equatable {
  let low: Double
  let high: Double

  init(right: Int, of count: Int) {
    guard count > 0 else {
      (low, high) = (0, 1)
      return
    }
    let z = 1.959964
    let n = Double(count)
    let share = Double(right) / n
    let center = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    low = max(0, (center - reach) / scale)
    high = min(1, (center + reach) / scale)
  }
}
