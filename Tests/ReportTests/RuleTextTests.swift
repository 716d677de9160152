import Catalog
import Testing

@testable import Report

@Suite struct RuleTextTests {
    private static let rules = [
        RuleDescription("missing-id", .note, "An entry has no id", isFixable: true)
    ]

    @Test("a rule with how much it matters and what it looks for")
    func text() {
        #expect(
            RuleText.report(of: Self.rules, style: TextStyle())
                == "missing-id (note, --fix mends it)\n    An entry has no id\n")
    }

    @Test("the same for a program")
    func document() {
        #expect(RuleText.document(of: Self.rules).contains(#""fixable": true"#))
        #expect(RuleText.document(of: Self.rules).contains(#""schema": "diagnose.rules/1""#))
    }
}
