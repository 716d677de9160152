import Foundation
import Testing

/// The README's transcripts, taken from the real stack.
extension EngineTests {
    @Suite struct ReadmeTranscriptTests {
        private static let file = TestEnvironment.root.appendingPathComponent("README.md")

        @Test("the transcript of triage is what it prints with the media server stopped")
        func triage() async throws {
            try await ComposeStack.run { stack in
                try await stack.compose("stop", "mediamtx")
                let result = try await stack.diagnose(["triage"])
                try expect("$ diagnose triage\n" + result.output, equals: "triage")
            }
        }

        @Test("the transcript of symptom is what it prints")
        func symptom() async throws {
            let result = try await Program.diagnose(
                ["symptom", "listener hears nothing"],
                in: FileManager.default.temporaryDirectory.path)
            try expect(
                "$ diagnose symptom \"listener hears nothing\"\n" + result.output, equals: "symptom"
            )
        }

        /// Compares a transcript with the block behind its mark, rewriting it only where asked to.
        private func expect(_ transcript: String, equals name: String) throws {
            let readme = try String(contentsOf: Self.file, encoding: .utf8)
            let mark = "<!-- transcript: \(name) -->\n```text\n"
            let start = try #require(readme.range(of: mark)).upperBound
            let end = try #require(readme.range(of: "```\n", range: start..<readme.endIndex))
                .lowerBound
            if ProcessInfo.processInfo.environment["DIAGNOSE_UPDATE_GOLDENS"] == "1" {
                var changed = readme
                changed.replaceSubrange(start..<end, with: transcript)
                try changed.write(to: Self.file, atomically: true, encoding: .utf8)
                return
            }
            #expect(Self.normalised(transcript) == Self.normalised(String(readme[start..<end])))
        }

        /// The text with times, durations and ports made alike.
        private static func normalised(_ text: String) -> String {
            text.replacing(/\d+(\.\d+)? (ms|s)\b/, with: "T")
                .replacing(/127\.0\.0\.1:\d+/, with: "127.0.0.1:PORT")
                .replacing(/\d{4}[-\/]\d\d[-\/]\d\d[T ]\d\d:\d\d:\d\d\S*/, with: "TIME")
                .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                .joined(separator: "\n")
        }
    }
}
