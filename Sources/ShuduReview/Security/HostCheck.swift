import Hummingbird

/// Refuses requests, of whatever method, that name another host: a page of `evil.example` whose name was made to
/// point here sends its own name.
struct HostCheck<Context: RequestContext>: RouterMiddleware {
  let names: HostNames

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let host = request.head.authority, names.allow(host) else { throw ReviewError.wrongHost }
    return try await next(request, context)
  }
}

/// The names by which browsers may call the server.
struct HostNames: Sendable {
  let address: String
  let port: Int

  static let loopback: Set<String> = ["127.0.0.1", "localhost", "::1"]

  /// Whether a Host header names this server: its address, or a loopback name where it listens to that; where it
  /// listens to all addresses, any written as a number, which no foreign page can take for its name.
  func allow(_ host: String) -> Bool {
    guard let (name, port) = HostNames.parse(host),
      port == self.port || (port == nil && self.port == 80)
    else { return false }
    if name == address { return true }
    if HostNames.loopback.contains(address) { return HostNames.loopback.contains(name) }
    guard ["0.0.0.0", "::"].contains(address) else { return false }
    return HostNames.loopback.contains(name) || HostNames.isNumber(name)
  }

  static func isLoopback(_ address: String) -> Bool { loopback.contains(address) }

  /// Name and port of a Host header; IPv6 addresses come out of their brackets.
  static func parse(_ host: String) -> (name: String, port: Int?)? {
    let host = host.lowercased()
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return nil }
      let rest = host[host.index(after: end)...]
      let name = String(host[host.index(after: host.startIndex)..<end])
      if rest.isEmpty { return (name, nil) }
      guard rest.hasPrefix(":"), let port = Int(rest.dropFirst()) else { return nil }
      return (name, port)
    }
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return (host, nil)
    case 2: return Int(parts[1]).map { (String(parts[0]), $0) }
    default: return nil
    }
  }

  private static func isNumber(_ name: String) -> Bool {
    if name.contains(":") { return name.allSatisfy { $0.isHexDigit || $0 == ":" } }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
