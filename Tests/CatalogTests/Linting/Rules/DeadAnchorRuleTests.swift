import Testing

@testable import Catalog

@Suite struct DeadAnchorRuleTests {
    private func findings(_ text: String) -> [String] {
        Linted.findings(
            DeadAnchorRule.self,
            """
            # The API: it's down!

            ## Same

            ## Same

            ## Fails <a id="ic-01"></a>

            ## Custom {#mine}

            <div id="block"></div>

            | a |
            |---|
            | <a name="row"></a>x |

            \(text)
            """,
            files: ["docs/other.md": "# Other page\n", "docs/code.go": "", "docs/api.md": "# x"])
    }

    @Test(
        "headings, anchors and what is no heading are found",
        arguments: [
            "[a](#the-api-its-down)", "[a](#same-1)", "[a](#ic-01)", "[a](#fails)", "[a](#fails-)",
            "[a](#mine)", "[a](#block)", "[a](#row)", "[a](#Same)", "[a](#)", "[a](#top)",
            "[a](other.md#other-page)", "[a](code.go#L12)", "[a](other.md#L3)", "[a](gone.md#x)",
            "[a](api#x)", "[a](https://x.test/#y)", "[a](other.md)",
        ])
    func fine(text: String) {
        #expect(findings(text) == [])
    }

    @Test(
        "one that is not there is told with the nearest",
        arguments: [
            ("[a](#sme)", "17:5 no heading or anchor here is named 'sme'; did you mean 'same'?"),
            (
                "[a](#zzz) [b](#zzz)",
                "17:5 no heading or anchor here is named 'zzz' (linked 2 times)"
            ),
            (
                "x [a](other.md#othr-page)",
                "17:7 no heading or anchor in 'other.md' is named 'othr-page'; did you mean "
                    + "'other-page'?"
            ),
            (
                "[a](#same-2)",
                "17:5 no heading or anchor here is named 'same-2'; did you mean 'same-1'?"
            ),
        ])
    func told(text: String, finding: String) {
        #expect(findings(text) == [finding])
    }
}
