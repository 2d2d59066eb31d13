import Foundation
import HTTPTypes
import Hummingbird
import ShuduStore

/// The body of an unsafe request: JSON of limited size, or a refusal.
enum JSONBody {
  /// Bytes. An added fact with a long sentence has some hundred thousand at most.
  static let limit = 1 << 20

  static func read<Value: Decodable>(_ type: Value.Type, of request: Request) async throws -> Value
  {
    let media = request.headers[.contentType]?.split(separator: ";").first
      .map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    guard media == "application/json" else { throw ReviewError.wrongContentType }
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw ReviewError.tooLarge(limit: limit)
    }
    var data = Data()
    for try await part in request.body {
      data.append(contentsOf: part.readableBytesView)
      guard data.count <= limit else { throw ReviewError.tooLarge(limit: limit) }
    }
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw ReviewError.badBody(reason: error.place)
    }
  }
}
