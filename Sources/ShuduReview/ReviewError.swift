import Hummingbird
import ShuduStore

/// Why a request is refused. Carries names and numbers, never an article's text.
enum ReviewError: Error {
  /// The Host header names another machine.
  case wrongHost
  /// The request comes from another site's page.
  case crossSite
  /// Neither cookie nor header holds this start's token.
  case noToken
  /// The body is not `application/json`.
  case wrongContentType
  /// The body has more bytes than allowed.
  case tooLarge(limit: Int)
  /// The body is no JSON of the expected shape; `reason` names the member.
  case badBody(reason: String)
  /// A parameter of the address has no value it may have.
  case badParameter(name: String)
  /// There is no fact, article or page of that name.
  case notFound
  /// The selected words hold no numeral.
  case noNumeral
  /// What the reviewer saw is no longer so: `found` facts match where `expected` were shown.
  case changed(expected: Int, found: Int)
  /// The store refused.
  case store(StoreError)

  var status: HTTPResponse.Status {
    switch self {
    case .wrongHost: .misdirectedRequest
    case .crossSite: .forbidden
    case .noToken: .unauthorized
    case .wrongContentType: .unsupportedMediaType
    case .tooLarge: .contentTooLarge
    case .badBody, .badParameter: .badRequest
    case .notFound: .notFound
    case .noNumeral: .unprocessableContent
    case .changed: .conflict
    case .store(.refused): .unprocessableContent
    case .store: .internalServerError
    }
  }

  /// A short word for programs.
  var code: String {
    switch self {
    case .wrongHost: "wrong_host"
    case .crossSite: "cross_site"
    case .noToken: "no_token"
    case .wrongContentType: "wrong_content_type"
    case .tooLarge: "too_large"
    case .badBody: "bad_body"
    case .badParameter: "bad_parameter"
    case .notFound: "not_found"
    case .noNumeral: "no_numeral"
    case .changed: "changed"
    case .store: "store"
    }
  }

  /// A sentence for a person.
  var message: String {
    switch self {
    case .wrongHost: "this server answers to its own address alone"
    case .crossSite: "the request comes from another site"
    case .noToken: "open the address that the terminal printed"
    case .wrongContentType: "the body must be application/json"
    case .tooLarge(let limit): "the body has more than \(limit) bytes"
    case .badBody(let reason): reason
    case .badParameter(let name): "`\(name)` has no value it may have"
    case .notFound: "there is nothing of that name"
    case .noNumeral: "the selected words hold no numeral"
    case .changed(let expected, let found): "\(found) facts match now, not \(expected)"
    case .store(let error): error.message
    }
  }
}
