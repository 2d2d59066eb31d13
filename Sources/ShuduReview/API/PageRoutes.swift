import Hummingbird

/// The pages, and the files that they are made of. Nothing comes from the disk: a path is the name of an embedded
/// file, or nothing.
struct PageRoutes: Sendable {
  let desk: ReviewDesk
  let renderer: PageRenderer

  func add<Context: RequestContext>(to router: Router<Context>) {
    for (path, page) in [
      ("/", PageRenderer.Page.desk), ("/settle", .settle), ("/progress", .progress),
    ] {
      router.get(RouterPath(path)) { request, _ in
        Response.html(renderer.render(page, setting(request)))
      }
    }
    router.get("web/:name") { _, context in
      try file(context.parameters.get("name") ?? "")
    }
  }

  private func setting(_ request: Request) -> PageRenderer.Setting {
    PageRenderer.Setting(
      language: request.language, theme: request.theme, corpus: desk.name, reviewer: desk.reviewer)
  }

  private func file(_ name: String) throws -> Response {
    for language in Language.allCases where name == "messages.\(language.rawValue).json" {
      return .json(bytes: Messages.standard.json(language))
    }
    guard let type = WebFiles.mediaType(of: name), let bytes = WebFiles.bytes(of: name) else {
      throw ReviewError.notFound
    }
    return Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "no-cache"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
