import Testing

@testable import diagnose

@Suite struct TerminalLinksTests {
    private func shows(_ environment: [String: String], isTerminal: Bool = true) -> Bool {
        Terminal(
            isInputTerminal: false, isOutputTerminal: isTerminal, isErrorTerminal: false,
            environment: environment
        )
        .links(in: "/srv") != nil
    }

    @Test(
        "terminals that show links are known by their own variables",
        arguments: [
            ["TERM": "xterm-256color", "VTE_VERSION": "7200"], ["TERM": "xterm-kitty"],
            ["TERM": "xterm-256color", "TERM_PROGRAM": "vscode"],
            ["TERM": "xterm-256color", "WT_SESSION": "1"],
            ["TERM": "xterm", "FORCE_HYPERLINK": "1", "CI": "true"],
        ])
    func shown(environment: [String: String]) {
        #expect(shows(environment))
        #expect(!shows(environment, isTerminal: false))
    }

    private static let others: [[String: String]] = [
        [:], ["TERM": "xterm-256color"], ["TERM": "xterm-256color", "VTE_VERSION": "5000"],
        ["TERM": "dumb", "WT_SESSION": "1"], ["TERM": "xterm-kitty", "NO_COLOR": "1"],
        ["TERM": "xterm-kitty", "CI": "true"], ["TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"],
    ]

    @Test(
        "others, logs of CI and terminals without colour get none",
        arguments: others)
    func hidden(environment: [String: String]) {
        #expect(!shows(environment))
    }
}
