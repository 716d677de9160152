import Catalog
import Probes

/// Probe lines, read, checked and made ready to run; none is run.
struct ProbeLineSubject: FuzzSubject {
    let name = "probe-line"
    let longestInput = 512

    private static let variables = ["PORTAL_URL": "http://portal.example", "slug": "a b'${slug}"]

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let text = String(decoding: bytes, as: UTF8.self)
        let place = SourceLocation(file: "page.md", line: 1)
        for line in ProbeLineParser.parse(text, at: place).lines {
            let mistakes = ProbeLineValidation.diagnostics(for: line)
            let check = try? ProbeCheck(
                line, variables: { Self.variables[$0] }, timeout: .seconds(10))
            try BrokenPromise.unless(
                check == nil || mistakes.isEmpty, "ready to run with \(mistakes)")
        }
    }
}
