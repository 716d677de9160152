import Catalog
import Testing

@Suite struct ShellWordsTests {
    @Test(
        "a command is split into words as a shell does",
        arguments: [
            ("uv run", ["uv", "run"]),
            ("  a  'b c' \"d \\\" e\" f\\ g ''", ["a", "b c", "d \" e", "f g", ""]),
            ("", []), ("'open", ["open"]),
        ])
    func words(text: String, words: [String]) {
        #expect(ShellWords.split(text) == words)
    }
}
