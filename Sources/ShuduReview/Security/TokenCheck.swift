import HTTPTypes
import Hummingbird

/// Lets in who knows the token: by the address that the terminal printed, which becomes a cookie, then by that cookie.
///
/// The first answer is a page that goes on by itself, no redirect: a browser would not send a strict cookie along a
/// redirect that began on another site, such as a colleague's mail. Styles are open, so that the denial can be read.
struct TokenCheck<Context: RequestContext>: RouterMiddleware {
  let token: AccessToken
  let port: Int
  let renderer: PageRenderer

  /// Cookies know no ports, so each server has a name of its own.
  var cookieName: String { "shudu-\(port)" }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    if let given = request.uri.queryParameters["token"], request.method == .get {
      return token.matches(String(given)) ? try entrance(request) : denial(request)
    }
    if let cookie = request.cookies[cookieName], token.matches(cookie.value) {
      return try await next(request, context)
    }
    if request.uri.path.hasPrefix("/web/"), request.uri.path.hasSuffix(".css") {
      return try await next(request, context)
    }
    if request.uri.path.hasPrefix("/api/") || request.method != .get { throw ReviewError.noToken }
    return denial(request)
  }

  private func entrance(_ request: Request) throws -> Response {
    let rest = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("token=") }
    let path = ["/settle", "/progress"].contains(request.uri.path) ? request.uri.path : "/"
    let target = rest.isEmpty ? path : path + "?" + rest.joined(separator: "&")
    var response = Response.html(renderer.renderEntrance(to: target, request.language))
    response.setCookie(
      try Cookie.validated(
        name: cookieName, value: token.text, path: "/", httpOnly: true, sameSite: .strict))
    return response
  }

  private func denial(_ request: Request) -> Response {
    .html(renderer.renderDenial(request.language), status: .unauthorized)
  }
}

extension Request {
  /// The language of the page: the reader's choice, else the browser's wish.
  var language: Language {
    cookies["language"].flatMap { Language(rawValue: $0.value) }
      ?? Language(wishes: headers[.acceptLanguage])
  }

  var theme: String {
    cookies["theme"].map(\.value).flatMap { ["light", "dark"].contains($0) ? $0 : nil } ?? "auto"
  }
}

extension Response {
  static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}
