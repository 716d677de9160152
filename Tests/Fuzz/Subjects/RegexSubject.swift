import Catalog
import Foundation
import Machine
import Probes

/// A regular expression of a probe line in the first piece, a line of a log in the second: the ways
/// around matching, which most lines take, find what matching finds.
struct RegexSubject: FuzzSubject {
    let name = "regex"
    /// Short, for an expression may take any time, and a look at a log is given up at its time-out.
    let longestInput = 40

    private static let longestLine = 12
    private static let place = SourceLocation(file: "page.md", line: 1)

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let pieces = Pieces(bytes)
        let pattern = pieces.text(0)
        let text = Self.line(of: pieces.text(1))
        // A number of repetitions may be any.
        guard !pattern.contains("{"), let regex = try? Regex(pattern) else { return }
        let condition = Condition(key: "present", comparison: .matches, value: pattern, column: 1)
        let line = ProbeLine(
            text: "", kind: "log", subject: "app.log", conditions: [condition], reason: nil,
            location: Self.place)
        guard !pattern.contains("$"),
            let check = try? ProbeCheck(line, variables: { _ in nil }, timeout: .seconds(5))
        else { return }
        let world = World.fake(files: FakeFileSystem(["/srv/app.log": .text(text + "\n")]))
        let result = await ProbeLook.results(of: check, of: LogProbe(), in: world).first
        let isFound = text.contains(regex)
        try BrokenPromise.unless(
            result?.outcome == (isFound ? .pass : .fail),
            "\(pattern) in \(text): \(isFound), the probe: \(result?.observed ?? "nothing")")
    }

    /// A line in which a log has nothing of its own, such as a time or an escape.
    private static func line(of text: String) -> String {
        "x"
            + text.filter { $0.isASCII && ($0.isLetter || "()[]*.+?^-_,;/ ".contains($0)) }
            .prefix(longestLine)
    }
}
