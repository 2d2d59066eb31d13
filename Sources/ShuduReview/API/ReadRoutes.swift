import Foundation
import Hummingbird
import ShuduStore

/// What the page reads: queue, articles, progress, agreement.
struct ReadRoutes: Sendable {
  let desk: ReviewDesk

  /// The most lines of the queue in one answer.
  static let longestPage = 500

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.get("queue") { request, _ in
      let limit = request.uri.queryParameters["limit"].flatMap { Int($0) } ?? 60
      guard (1...ReadRoutes.longestPage).contains(limit) else {
        throw ReviewError.badParameter(name: "limit")
      }
      return Response.json(
        try desk.queue(request.filters, after: request.text("after"), limit: limit))
    }
    group.get("count") { request, _ in
      Response.json(["total": try desk.count(request.filters)])
    }
    group.get("fact") { request, _ in
      Response.json(try desk.item(request.text("id") ?? ""))
    }
    group.get("article") { request, _ in
      Response.written(try desk.article(request.text("key") ?? "").write)
    }
    group.get("facets") { _, _ in Response.json(try desk.facets()) }
    group.get("progress") { _, _ in Response.snakeCase(try desk.progress()) }
    group.get("agreement") { _, _ in Response.json(try desk.agreement()) }
    group.get("disputes") { _, _ in Response.json(["items": try desk.disputes(limit: 500)]) }
  }
}

extension Request {
  /// A parameter of the address, decoded; nil where it is missing or empty.
  func text(_ name: Substring) -> String? {
    uri.queryParameters[name].flatMap { $0.isEmpty ? nil : String($0) }
  }

  var filters: Filters {
    Filters(
      q: text("q"), order: text("order"), state: text("state"), article: text("article"),
      measure: text("measure"), place: text("place"), kind: text("kind"), status: text("status"))
  }
}

extension Response {
  static func snakeCase(_ value: some Encodable) -> Response {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return json(bytes: (try? encoder.encode(value)) ?? Data("{}".utf8))
  }
}
