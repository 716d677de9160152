/// All rules about runbooks, in the order in which help lists them.
///
/// What probe lines may say is declared by their kinds, whose target has the rules about them.
public enum LintRuleRegistry {
    /// What every rule looks for, those that loading applies first.
    public static var descriptions: [RuleDescription] {
        whileLoading + rules.map { $0.description }
    }

    /// The rules that are applied to runbooks once they are loaded.
    static let rules: [any LintRule.Type] = [
        LastVerifiedRule.self,
        DependencyCycleRule.self,
        UndeclaredVariableRule.self,
        MissingIDRule.self,
        TitleCauseRule.self,
        NoFixRule.self,
        UnwarnedDestructionRule.self,
        UnexplainedPlaceholderRule.self,
        DeadLinkRule.self,
        DeadAnchorRule.self,
    ]

    /// What loading itself complains about.
    static let whileLoading: [RuleDescription] = [
        RuleDescription("unreadable", .error, "A file or folder on the way cannot be read"),
        RuleDescription("file-size", .error, "A file is larger than any runbook"),
        RuleDescription("file-encoding", .error, "A file is no text, or not in UTF-8"),
        RuleDescription(
            "front-matter-syntax", .error, "Front matter leaves the flat YAML that is read"),
        RuleDescription("front-matter-key", .warning, "Front matter has a key that nobody reads"),
        RuleDescription("front-matter-duplicate", .warning, "Front matter sets a key twice"),
        RuleDescription(
            "front-matter-value", .error,
            "A key has a list or mapping where it wants something else"
        ),
        RuleDescription("front-matter-system", .warning, "A system's name cannot start an id"),
        RuleDescription("front-matter-date", .error, "A day is not written as 2026-11-20"),
        RuleDescription("front-matter-duration", .error, "A period is not written as 90d"),
        RuleDescription("front-matter-detect", .error, "A sign of a system is none"),
        RuleDescription(
            "front-matter-variable", .error, "A variable has a name that none can have"),
        RuleDescription(
            "front-matter-redact", .error,
            "A pattern of what to hide is none, or takes in everything"),
        RuleDescription(
            "duplicate-id", .warning, "Two entries have the same id", isFixable: true),
        RuleDescription("probe-syntax", .error, "A probe line does not start with a kind"),
        RuleDescription("probe-unclosed-quote", .error, "A probe line opens a quote for good"),
        RuleDescription("probe-missing-subject", .error, "A probe line has no subject"),
        RuleDescription(
            "probe-missing-operator", .error, "A word of a probe line compares nothing"),
        RuleDescription("probe-entry", .error, "A probe block names an entry that is not there"),
    ]
}
