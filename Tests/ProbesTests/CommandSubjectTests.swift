import Catalog
import Probes
import Testing

@Suite struct CommandSubjectTests {
    private static func words(
        _ line: String, _ variables: [String: String] = [:]
    ) throws -> [String] {
        try LineCheck.check(line, variables: variables).request.words
    }

    @Test(
        "a command is split as a shell splits it",
        arguments: [
            ("exec true", ["true"]), ("exec \"ls -l /srv\"", ["ls", "-l", "/srv"]),
            ("exec \"printf '%s\\n' 'a b'\"", ["printf", "%s\\n", "a b"]),
            ("exec 'printf \"a b\" c\\ d'", ["printf", "a b", "c d"]),
            (
                "exec \"find . -exec ls {} '\\;' -name '*.log'\"",
                ["find", ".", "-exec", "ls", "{}", "\\;", "-name", "*.log"]
            ),
            ("exec \"grep '|' 'a > b' '$(x)'\"", ["grep", "|", "a > b", "$(x)"]),
            ("exec \"echo a # b\"", ["echo", "a"]),
        ] as [(String, [String])])
    func split(line: String, words: [String]) throws {
        #expect(try Self.words(line) == words)
    }

    @Test(
        "what a variable stands for stays one word, whatever it holds",
        arguments: [
            "plain", "two words", "it's", "say \"hi\"", "$(touch /x)", "`id`", "a;b|c&d>e", "", "*",
            "${OTHER}", "\\", "line\nbreak", "# comment", "--option value",
        ])
    func oneWord(value: String) throws {
        let variables = ["X": value, "OTHER": "no"]
        #expect(try Self.words("exec \"ls ${X} end\"", variables) == ["ls", value, "end"])
        #expect(
            try Self.words("exec \"ls --name=${X}/y 'q ${X}'\"", variables)
                == ["ls", "--name=\(value)/y", "q \(value)"])
    }

    @Test("two lines are one look only where their words are the same")
    func identity() throws {
        let joined = try LineCheck.check("exec \"ls ${X}\"", variables: ["X": "a b"])
        let apart = try LineCheck.check("exec \"ls a b\"")
        #expect(joined.request.subject == apart.request.subject)
        #expect(joined.request.identity != apart.request.identity)
    }

    @Test("a variable of a command without a value is named once")
    func unset() {
        #expect(throws: ProbeCheck.Problem.unset(["A", "B"])) {
            try Self.words("exec \"ls ${A} ${B} ${A}\" directory=${A}")
        }
    }

    private static let noShell =
        "means nothing in it: quote it, or run sh -c '…'"

    @Test(
        "what only a shell could run is told before anything runs",
        arguments: [
            ("exec \"ps aux | grep x\"", "no shell runs the command, so '|' \(noShell)"),
            ("exec \"a && b\"", "no shell runs the command, so '&&' \(noShell)"),
            ("exec \"a; b\"", "no shell runs the command, so 'a;' \(noShell)"),
            ("exec \"a > /tmp/x\"", "no shell runs the command, so '>' \(noShell)"),
            ("exec \"a 2>/dev/null\"", "no shell runs the command, so '2>/dev/null' \(noShell)"),
            ("exec 'a $(b)'", "no shell runs the command, so '$(b)' \(noShell)"),
            ("exec 'a `b`'", "no shell runs the command, so '`b`' \(noShell)"),
            ("exec \"printf 'a\"", "a quote in the command is never closed"),
            ("exec ''", "the command is empty"), ("exec ' # x'", "the command is empty"),
        ] as [(String, String)])
    func shellSyntax(line: String, message: String) throws {
        let found = ProbeLineValidation.diagnostics(for: try LineCheck.line(line))
        #expect(found.map(\.message) == [message])
        #expect(found.map(\.rule) == ["probe-subject"])
    }

    @Test(
        "a variable in the script of a shell is refused, for its value would be run",
        arguments: [
            ("exec \"sh -c 'ls ${X}'\"", false), ("exec \"bash -euc 'ls ${X}'\"", false),
            ("exec \"/bin/bash -o pipefail -c 'ls ${X}'\"", false),
            ("exec \"env A=b timeout 5 dash -c 'ls ${X}'\"", false),
            ("exec \"sh -c -e 'ls ${X}'\"", false), ("exec \"bash -c ${X}\"", false),
            ("exec \"bash --norc +o posix -c 'ls ${X:-/}'\"", false),
            ("exec \"sh -c 'ls \\\"$1\\\"' sh ${X}\"", true), ("exec \"sh ${X} -c\"", true),
            ("exec \"sh script.sh -c ${X}\"", true), ("exec \"ls -c ${X}\"", true),
            ("exec \"sh -c 'echo $$'\"", true),
        ] as [(String, Bool)])
    func script(line: String, isRight: Bool) throws {
        let found = ProbeLineValidation.diagnostics(for: try LineCheck.line(line))
        #expect(found.isEmpty == isRight, "\(found.map(\.message))")
    }
}
