/// Chooses measure, aspect, subject and status of a draft among their candidates by the learnt weights.
///
/// The rules' choice stands where a table of weights is empty, where the measure's own phrase names its owner, and where
/// a part is told by its level alone (`国家级5家`).
struct FactChooser: Sendable {
  private(set) var measure: LinearModel
  private(set) var aspect: OutcomeModel
  private(set) var subject: LinearModel
  private(set) var status: OutcomeModel

  init(measure: LinearModel, aspect: OutcomeModel, subject: LinearModel, status: OutcomeModel) {
    self.measure = measure
    self.aspect = aspect
    self.subject = subject
    self.status = status
  }

  /// By the weights of the binary.
  static let standard = FactChooser(
    measure: LinearModel(table: "measure-weights"), aspect: OutcomeModel(table: "aspect-weights"),
    subject: LinearModel(table: "subject-weights"), status: OutcomeModel(table: "status-weights"))

  /// Whether drafts keep their candidates; they weigh many times what a draft does.
  var keepsCandidates: Bool { measure.record != nil }

  /// One whose drafts keep their candidates with all features, for training.
  var keepingCandidates: FactChooser {
    var chooser = self
    chooser.measure = LinearModel(recording: measure)
    chooser.aspect.keepsFeatures = true
    chooser.subject = LinearModel(recording: subject)
    chooser.status.keepsFeatures = true
    return chooser
  }

  func chooseMeasure(
    of draft: FactDraft, _ finder: MeasureCandidates, after earlier: [FactDraft]
  ) {
    let list = finder.candidates(for: draft, after: earlier)
    if draft.candidates != nil {
      draft.candidates?.measures = list.items.indices.map {
        let support = list.items[$0].support
        return FactDraft.Candidate(
          value: list.measure($0), features: support.features(by: measure), sum: support.sum)
      }
    }
    guard !measure.isEmpty, !draft.rules.contains("measure.elaboration"),
      let best = LinearModel.best(of: list.items, by: \.support)
    else { return }
    draft.likelihood.measure = best.probability
    draft.measureOrigin = list.items[best.index].origin.number
    guard !list.items[best.index].isRuleChoice else { return }
    draft.measure = list.measure(best.index)
    draft.rules.append("measure.model")
  }

  func chooseAspect(
    of draft: FactDraft, _ finder: AspectCandidates, _ measures: MeasureFinder,
    after earlier: FactDraft?
  ) {
    guard let support = finder.support(for: draft, after: earlier) else { return }
    if draft.candidates != nil {
      draft.candidates?.aspects = AspectCandidates.aspects.enumerated().map {
        support.candidate($0, named: $1.rawValue)
      }
    }
    guard !aspect.isEmpty else { return }
    let best = AspectCandidates.aspects[support.best().outcome]
    guard best != draft.aspect else { return }
    draft.aspect = best
    draft.rules.append("aspect.model")
    draft.change = draft.aspect == .change ? measures.change(of: draft) : nil
  }

  func chooseSubject(
    of draft: FactDraft, _ scene: SubjectScene, after earlier: ArraySlice<FactDraft>
  ) {
    let rule = scene.ruleChoice(of: draft, after: earlier)
    draft.subject = rule.map { scene.choice($0) }
    if draft.rules.contains(Distribution.ownerRule) { return }
    var list = SubjectCandidates(scene, for: draft, after: earlier)
    list.gather(rule: rule)
    if draft.candidates != nil {
      draft.candidates?.subjects = list.items.map {
        FactDraft.Candidate(
          value: scene.choice(Int($0.choice)).name, features: $0.support.features(by: subject),
          sum: $0.support.sum)
      }
    }
    guard !subject.isEmpty, let best = LinearModel.best(of: list.items, by: \.support)
    else { return }
    draft.likelihood.subject = best.probability
    let choice = scene.choice(FactChooser.told(list.items[best.index], list.items, scene))
    draft.subject = FactChooser.named(choice, list.items, scene) ?? choice
  }

  /// Where the sentence has a word for an owner that was chosen from before (`全市`): that word's reading of the owner.
  private static func told(
    _ best: SubjectCandidate, _ candidates: [SubjectCandidate], _ scene: SubjectScene
  ) -> Int {
    let choice = Int(best.choice)
    guard scene.owner(choice).isInherited, !scene.owner(choice).isResolved else { return choice }
    let words = scene.words(Int(best.nature))
    let owner = SubjectScene.Scope(
      number: 0, words: words, cluster: scene.history.registry.cluster(of: words))
    let told = candidates.first {
      scene.owner(Int($0.choice)).isResolved && scene.isSame(Int($0.nature), owner)
    }
    return told.map { Int($0.choice) } ?? choice
  }

  /// A common noun (`公司`, `园区`) told by the name it stands for: the likeliest owner's, where the article gives that one a
  /// name which ends with the noun; nil where it stands for itself.
  private static func named(
    _ noun: SubjectChoice, _ candidates: [SubjectCandidate], _ scene: SubjectScene
  ) -> SubjectChoice? {
    guard !noun.isInherited, scene.finder.isCommonNoun(noun.name) else { return nil }
    var likeliest: SubjectCandidate?
    for candidate in candidates where scene.nature(Int(candidate.nature)).isOwner {
      if candidate.support.sum > likeliest?.support.sum ?? Int.min { likeliest = candidate }
    }
    guard let likeliest,
      let name = scene.history.registry.usualForm(
        of: scene.words(Int(likeliest.nature)), ending: noun.words)
    else { return nil }
    return SubjectChoice(
      name: name.place, words: name.words, isInherited: true, resolvedFrom: noun.name,
      rule: noun.rule + "+named")
  }

  func chooseStatus(
    of draft: FactDraft, _ finder: StatusCandidates, _ rules: StatusFinder,
    after earlier: FactDraft?
  ) {
    let rule = rules.status(of: draft)
    let support = finder.support(for: draft, rule: rule.status, after: earlier)
    // What is to be by a day ahead is not yet.
    let first = draft.time?.expression.isGoalAhead == true ? 1 : 0
    if draft.candidates != nil {
      draft.candidates?.statuses = StatusCandidates.statuses.enumerated().dropFirst(first).map {
        support.candidate($0, named: $1.rawValue)
      }
    }
    draft.status = rule.status
    draft.rules.append(rule.rule)
    guard !status.isEmpty else { return }
    let best = support.best(from: first)
    let chosen = StatusCandidates.statuses[best.outcome]
    draft.likelihood.status = best.probability
    guard chosen != rule.status else { return }
    draft.status = chosen
    draft.rules.append("status.model")
  }
}
