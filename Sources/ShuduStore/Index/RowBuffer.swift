import GRDB
import GRDBSQLite

/// One row's values on their way into a statement, texts in one buffer and bound where they lie.
///
/// GRDB's arguments are boxed and copied one by one, which for rows as short as these costs as much as SQLite's work.
struct RowBuffer {
  private enum Value {
    case null
    case integer(Int64)
    case real(Double)
    case text(Range<Int>)
  }

  private var values: [Value] = []
  private var bytes: [UInt8] = []

  mutating func integer(_ value: Int64?) {
    values.append(value.map { .integer($0) } ?? .null)
  }

  mutating func real(_ value: Double) { values.append(.real(value)) }

  mutating func text(_ value: String?) {
    guard let value else { return values.append(.null) }
    let start = bytes.count
    bytes.append(contentsOf: value.utf8)
    values.append(.text(start..<bytes.count))
  }

  /// A text that is UTF-8 already.
  mutating func text(utf8 value: [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: value)
    values.append(.text(start..<bytes.count))
  }

  /// Runs a statement with the values as its parameters, in order, and forgets them.
  mutating func execute(_ statement: Statement, in database: Database) throws {
    defer {
      values.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
    }
    // SQLite takes a text of no length at no place for null.
    bytes.append(0)
    let handle = statement.sqliteStatement
    let code = bytes.withUnsafeBytes { buffer in
      for (index, value) in values.enumerated() {
        let place = Int32(index + 1)
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let value): sqlite3_bind_int64(handle, place, value)
        case .real(let value): sqlite3_bind_double(handle, place, value)
        case .text(let range):
          let start = buffer.baseAddress?.advanced(by: range.lowerBound)
          sqlite3_bind_text(
            handle, place, start?.assumingMemoryBound(to: CChar.self), Int32(range.count), nil)
        }
      }
      let code = sqlite3_step(handle)
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
      return code
    }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }
}
