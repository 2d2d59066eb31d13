import Hummingbird
import ShuduStore

/// What the page decides. Each answer comes after the decision is on the disk.
struct WriteRoutes: Sendable {
  let desk: ReviewDesk

  func add<Context: RequestContext>(to group: RouterGroup<Context>) {
    group.post("decisions") { request, _ in
      let body = try await JSONBody.read(DecisionRequest.self, of: request)
      return Response.json(try await desk.writer.take(body))
    }
    group.post("undo") { request, _ in
      _ = try await JSONBody.read(JSONValue.self, of: request)
      return Response.json(try await desk.writer.turn(.undo))
    }
    group.post("redo") { request, _ in
      _ = try await JSONBody.read(JSONValue.self, of: request)
      return Response.json(try await desk.writer.turn(.redo))
    }
    group.post("proposal") { request, _ in
      let body = try await JSONBody.read(ProposalRequest.self, of: request)
      return Response.written(try desk.proposal(article: body.article, spans: body.spans).write)
    }
    group.post("bulk/preview") { request, _ in
      let body = try await JSONBody.read(BulkRequest.self, of: request)
      return Response.json(try desk.preview(body.filters))
    }
    group.post("bulk") { request, _ in
      let body = try await JSONBody.read(BulkRequest.self, of: request)
      return Response.json(try await desk.acceptAll(body))
    }
  }

  struct ProposalRequest: Decodable, Sendable {
    var article: String
    var spans: [[Int]]
  }
}
