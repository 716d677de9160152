import Catalog

/// The rules of lint, for a person and for a program.
public enum RuleText {
    /// A rule a paragraph: its name, how much it matters, what it looks for.
    public static func report(of rules: [RuleDescription], style: TextStyle) -> String {
        var layout = TextLayout(style)
        for rule in rules {
            let fixable = rule.isFixable ? ", --fix mends it" : ""
            layout.paragraph(
                "(\(rule.severity.rawValue)\(fixable))", as: .quiet, lead: rule.name + " ",
                leadMeaning: .command)
            layout.paragraph(rule.abstract, indentation: 4)
        }
        return layout.text
    }

    /// The JSON document `diagnose.rules/1`.
    public static func document(of rules: [RuleDescription]) -> String {
        JSONText.object([
            ("schema", .string("diagnose.rules/1")),
            (
                "rules",
                .array(
                    rules.map { rule in
                        .object([
                            ("rule", .string(rule.name)),
                            ("severity", .string(rule.severity.rawValue)),
                            ("description", .string(rule.abstract)),
                            ("fixable", .boolean(rule.isFixable)),
                        ])
                    })
            ),
        ]).document
    }
}
