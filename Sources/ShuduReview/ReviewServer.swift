import Foundation
import Hummingbird
import Logging

/// The review app's server: one reviewer, one corpus, one start.
public struct ReviewServer: Sendable {
  public struct Options: Sendable {
    /// A loopback address unless the caller asks for another.
    public var address: String
    /// 0 takes a free one.
    public var port: Int
    public var token: AccessToken

    public init(address: String = "127.0.0.1", port: Int = 0, token: AccessToken = AccessToken()) {
      self.address = address
      self.port = port
      self.token = token
    }
  }

  private let desk: ReviewDesk
  private let options: Options

  public init(desk: ReviewDesk, options: Options) {
    self.desk = desk
    self.options = options
  }

  /// Serves until the process is told to stop.
  ///
  /// - Parameter onStart: called with the address to open, token included, once requests are answered.
  public func run(onStart: @escaping @Sendable (String) -> Void) async throws {
    var logger = Logger(label: "shudu.review")
    logger.logLevel = .error
    let options = options
    let application = Application(
      router: try router(port: options.port),
      configuration: .init(
        address: .hostname(options.address, port: options.port), serverName: nil,
        reuseAddress: true),
      onServerRunning: { _ in
        let host = options.address.contains(":") ? "[\(options.address)]" : options.address
        onStart("http://\(host):\(options.port)/?token=\(options.token.text)")
      },
      logger: logger)
    try await application.runService()
  }

  /// The routes behind their checks: Host, site, token, in this order, on every request.
  func router(port: Int) throws -> Router<BasicRequestContext> {
    let renderer = try PageRenderer()
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: AnswerHeaders())
    router.add(middleware: HostCheck(names: HostNames(address: options.address, port: port)))
    router.add(middleware: SiteCheck())
    router.add(middleware: TokenCheck(token: options.token, port: port, renderer: renderer))
    PageRoutes(desk: desk, renderer: renderer).add(to: router)
    let group = router.group("api")
    ReadRoutes(desk: desk).add(to: group)
    WriteRoutes(desk: desk).add(to: group)
    return router
  }
}
