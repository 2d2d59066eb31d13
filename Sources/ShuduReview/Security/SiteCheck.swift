import HTTPTypes
import Hummingbird

/// Refuses what another site's page sends: reads that are no navigation, and every unsafe request that does not
/// show that it comes from a page of this server.
struct SiteCheck<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let site = request.headers[.secFetchSite]
    let origin = request.headers[.origin]
    if [.get, .head].contains(request.method) {
      let isNavigation =
        request.headers[.secFetchMode] == "navigate"
        && request.headers[.secFetchDestination] == "document"
      guard site == nil || site == "same-origin" || site == "none" || isNavigation else {
        throw ReviewError.crossSite
      }
    } else {
      guard site != nil || origin != nil, site ?? "same-origin" == "same-origin",
        origin.map({ $0 == "http://\(request.head.authority ?? "")" }) ?? true
      else { throw ReviewError.crossSite }
    }
    return try await next(request, context)
  }
}

extension HTTPField.Name {
  static let secFetchSite = required("Sec-Fetch-Site")
  static let secFetchMode = required("Sec-Fetch-Mode")
  static let secFetchDestination = required("Sec-Fetch-Dest")
  static let crossOriginOpenerPolicy = required("Cross-Origin-Opener-Policy")
  static let crossOriginResourcePolicy = required("Cross-Origin-Resource-Policy")
  static let referrerPolicy = required("Referrer-Policy")
  static let frameOptions = required("X-Frame-Options")
  static let permissionsPolicy = required("Permissions-Policy")

  /// A name that is known to be one.
  private static func required(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
      preconditionFailure("\(name) is a name of a header")
    }
    return name
  }
}
