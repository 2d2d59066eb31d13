import Foundation
import HTTPTypes
import Hummingbird
import Shudu
import ShuduStore

/// Puts the headers on every answer that keep a page to itself, and turns errors into JSON.
struct AnswerHeaders<Context: RequestContext>: RouterMiddleware {
  static var policy: String {
    [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
      "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
      "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = AnswerHeaders.answer(to: error)
    }
    response.headers[.contentSecurityPolicy] = AnswerHeaders.policy
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.frameOptions] = "DENY"
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.crossOriginOpenerPolicy] = "same-origin"
    response.headers[.crossOriginResourcePolicy] = "same-origin"
    response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }

  private static func answer(to error: any Error) -> Response {
    switch error {
    case let error as ReviewError: .error(error.status, code: error.code, error.message)
    case let error as StoreError: answer(to: ReviewError.store(error))
    case let error as HTTPError where error.status == .notFound: answer(to: ReviewError.notFound)
    case let error as HTTPError:
      .error(error.status, code: "refused", error.body ?? error.status.reasonPhrase)
    default: .error(.internalServerError, code: "failed", "the server failed")
    }
  }
}

extension Response {
  static func error(_ status: HTTPResponse.Status, code: String, _ message: String) -> Response {
    json(["error": ["code": code, "message": message]], status: status)
  }

  static func json(
    _ value: some Encodable, status: HTTPResponse.Status = .ok
  ) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let data = (try? encoder.encode(value)) ?? Data("{}".utf8)
    return json(bytes: data, status: status)
  }

  /// JSON that a record writes by hand.
  static func written(_ write: (inout JSONWriter) -> Void) -> Response {
    var json = JSONWriter()
    write(&json)
    return self.json(bytes: json.bytes)
  }

  static func json(
    bytes: some Collection<UInt8>, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
