/// All that is fuzzed, in the order of the data's way through the program.
public enum FuzzSubjectRegistry {
    /// Every subject.
    public static let subjects: [any FuzzSubject] = [
        MarkdownSubject(), YAMLSubject(), TOMLSubject(), RunbookSubject(), ProbeLineSubject(),
        ShellWordsSubject(), SymptomSubject(), LogLinesSubject(), SignaturesSubject(),
        RedactionSubject(), JSONSubject(), DotEnvSubject(), AlembicSubject(), ComposeSubject(),
        WebSocketSubject(), RegexSubject(), ProbeAnswersSubject(), RecordSubject(),
    ]

    /// The subject of that name.
    public static func subject(named name: String) -> (any FuzzSubject)? {
        subjects.first { $0.name == name }
    }
}
