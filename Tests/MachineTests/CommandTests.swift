import Machine
import Testing

@Suite struct CommandTests {
    @Test(
        "a pasted command has the words that it had, whatever is in them",
        arguments: [
            "plain", "", "it's", "a b", "'\u{301}; touch x; '", "$(x) `y` \"z\"", "a\nb", "#",
        ])
    func line(word: String) async throws {
        let line = Command("printf", ["%s.", word], timeout: .seconds(5)).line
        let shell = Command("/bin/sh", ["-c", line], timeout: .seconds(5))
        let result = try await LiveCommandRunner().run(shell)
        #expect(result.output.unicodeScalars.elementsEqual((word + ".").unicodeScalars))
    }
}
