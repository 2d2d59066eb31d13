import CHTML

/// Tells, event by event, what of an HTML page belongs to its article.
///
/// Left out: scripts, styles, navigation, asides, footers, form controls, hidden elements, and
/// elements whose class or id says that they are furniture; headers outside the article; and, where
/// the page has a `<main>` or `<article>` with a good part of its text, all that stands outside.
struct HTMLFilter {
  enum Root {
    case body, article, main
  }

  private let root: Root
  private let keepsForms: Bool
  /// By turn in the document, whether a header holds the article's title.
  private let keptHeaders: [Bool]
  private var headers = 0
  /// How deep the reader is within a dropped element.
  private var dropped = 0
  /// How deep it is within `<main>` or `<article>` elements.
  private var containers = 0
  private var roots = 0

  init(root: Root = .body, keepsForms: Bool = true, keptHeaders: [Bool] = []) {
    self.root = root
    self.keepsForms = keepsForms
    self.keptHeaders = keptHeaders
  }

  /// Whether a text that comes now is the article's.
  var isOpen: Bool { dropped == 0 && (root == .body || roots > 0) }

  /// Whether the reader is in a place that is never text.
  var isDropped: Bool { dropped > 0 }

  mutating func enter(_ element: HTMLElement, _ document: borrowing HTMLDocument) {
    if element.role == chtml_header { headers += 1 }
    guard dropped == 0 else {
      dropped += 1
      return
    }
    if drops(element, document) {
      dropped = 1
      return
    }
    if element.role == chtml_main || element.role == chtml_article { containers += 1 }
    if isRoot(element) { roots += 1 }
  }

  mutating func leave(_ element: HTMLElement) {
    guard dropped == 0 else {
      dropped -= 1
      return
    }
    if element.role == chtml_main || element.role == chtml_article { containers -= 1 }
    if isRoot(element) { roots -= 1 }
  }

  private func isRoot(_ element: HTMLElement) -> Bool {
    root == .main && element.role == chtml_main
      || root == .article && element.role == chtml_article
  }

  private func drops(_ element: HTMLElement, _ document: borrowing HTMLDocument) -> Bool {
    switch element.role {
    case chtml_dropped: return true
    case chtml_document_head, chtml_title, chtml_meta, chtml_link, chtml_main, chtml_article,
      chtml_break:
      return false
    case chtml_form where !keepsForms: return true
    case chtml_header where containers == 0:
      return !keptHeaders.isEmpty && !(headers <= keptHeaders.count && keptHeaders[headers - 1])
    default: break
    }
    if document.attribute("hidden") != nil { return true }
    if let style = document.attribute("style") {
      let compact = style.lowercased().filter { $0 != " " }
      if compact.contains("display:none") { return true }
    }
    return isFurniture(document.attribute("class")) || isFurniture(document.attribute("id"))
  }

  private func isFurniture(_ names: String?) -> Bool {
    guard let names, !names.isEmpty, names.utf8.count < 200 else { return false }
    return names.lowercased().split(separator: " ").contains {
      HTMLFilter.furniture.contains(String($0))
    }
  }

  private static let furniture: Set<String> = [
    "ad", "ads", "advert", "breadcrumb", "breadcrumbs", "comment", "comments", "copyright",
    "crumb", "crumbs", "foot", "footer", "menu", "nav", "navbar", "navigation", "pager",
    "pagination", "recommend", "related", "share", "sidebar", "toolbar",
  ]
}
