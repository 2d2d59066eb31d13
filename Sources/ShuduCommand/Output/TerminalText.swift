extension String {
  /// The text with the characters that steer a terminal, or turn its lines around, spelled out: `\u{1B}`.
  ///
  /// For what a person reads: articles and the names of files may hold any character. Records need none of it,
  /// JSON's own escapes do.
  var harmless: String {
    guard unicodeScalars.contains(where: String.isSteering) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if String.isSteering(scalar) {
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    // Unicode's Bidi_Control.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
