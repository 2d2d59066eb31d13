import Mustache

/// Renders the pages' templates. Mustache escapes what it inserts.
struct PageRenderer: Sendable {
  /// What every page shows.
  struct Setting: Sendable {
    var language: Language
    /// `auto`, `light` or `dark`.
    var theme: String
    var corpus: String
    var reviewer: String
  }

  enum Page: String, Sendable { case desk, settle, progress }

  private let library: MustacheLibrary

  init() throws {
    var templates: [String: MustacheTemplate] = [:]
    for name in WebFiles.names where name.hasSuffix(".mustache") {
      let text = WebFiles.text(of: name) ?? ""
      templates[String(name.dropLast(".mustache".count))] = try MustacheTemplate(string: text)
    }
    library = MustacheLibrary(templates: templates)
  }

  func render(_ page: Page, _ setting: Setting) -> String {
    var context = context(setting)
    context["title"] = Messages.standard.text("page.\(page.rawValue)", setting.language)
    context["onDesk"] = page == .desk
    context["onSettle"] = page == .settle
    context["onProgress"] = page == .progress
    if page == .desk {
      context["orders"] = choices(
        "order", ["confidence", "conflict", "article", "measure", "subject", "kind", "status"],
        setting)
      context["states"] = choices(
        "state",
        [
          "all", "open", "decided", "accepted", "corrected", "rejected", "added", "disputed",
          "carried", "second",
        ],
        setting)
      context["kinds"] = choices(
        "kind",
        [
          "count", "money", "percent", "percentage_point", "multiple", "ratio", "rank", "measure",
          "duration", "age", "frequency",
        ],
        setting)
      context["statuses"] = choices(
        "status", ["actual", "target", "forecast", "provision"], setting)
    }
    return library.render(context, withTemplate: page.rawValue) ?? ""
  }

  /// The page that goes on to `target`, so that the token leaves the address.
  func renderEntrance(to target: String, _ language: Language) -> String {
    library.render(
      ["target": target, "language": language.tag, "t": Messages.standard.tree(language)],
      withTemplate: "enter") ?? ""
  }

  func renderDenial(_ language: Language) -> String {
    library.render(
      ["language": language.tag, "t": Messages.standard.tree(language)], withTemplate: "denied")
      ?? ""
  }

  private func context(_ setting: Setting) -> [String: Any] {
    var context: [String: Any] = [
      "language": setting.language.tag, "theme": setting.theme, "corpus": setting.corpus,
      "reviewer": setting.reviewer, "log": "\(setting.corpus)/\(setting.reviewer)",
      "isChinese": setting.language == .chinese, "t": Messages.standard.tree(setting.language),
    ]
    context["themes"] = choices("theme", ["auto", "light", "dark"], setting).map { choice in
      choice.merging(["chosen": choice["value"] as? String == setting.theme]) { $1 }
    }
    return context
  }

  private func choices(
    _ group: String, _ values: [String], _ setting: Setting
  ) -> [[String: Any]] {
    values.map {
      ["value": $0, "label": Messages.standard.text("\(group).\($0)", setting.language)]
    }
  }
}
