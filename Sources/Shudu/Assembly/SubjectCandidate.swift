/// An owner that a quantity may have, with what speaks for it.
///
/// Flat, for a quantity has a dozen of them: the scene knows the words (`SubjectScene.choice`).
struct SubjectCandidate: BitwiseCopyable, Sendable {
  /// Number of what the scene knows of the owner.
  var nature: Int32
  /// Number of the scene's choice that tells it.
  var choice: Int32
  var support: Support
}
