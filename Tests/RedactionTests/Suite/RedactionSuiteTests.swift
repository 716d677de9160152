import Redaction
import Testing

/// Measures on planted text what gets through and what is taken out without need.
@Suite struct RedactionSuiteTests {
    /// A part of a secret as long as that is a leak.
    private static let leakLength = 8

    @Test("no planted secret gets through, and nothing else is taken out")
    func measure() {
        let leaking = PlantedSecret.all.filter { planted in
            planted.texts.filter { leaks(planted, in: $0) }.count > 0
        }
        let harmed = HarmlessText.all.filter { harmless in
            harmless.texts.contains { Redactor().redact($0) != $0 }
        }
        print(
            "leaks: \(leaking.count) of \(PlantedSecret.all.count) kinds,"
                + " needless: \(harmed.count) of \(HarmlessText.all.count) kinds")
        #expect(leaking.map(\.kind) == [])
        #expect(harmed.map(\.kind) == [])
        #expect(PlantedSecret.all.count >= 40)
        #expect(HarmlessText.all.count >= 40)
    }

    @Test("each planted secret is found in each text", arguments: PlantedSecret.all)
    func planted(_ planted: PlantedSecret) {
        for text in planted.texts where leaks(planted, in: text) {
            Issue.record("\(planted.kind): \(text) → \(redactor(for: planted).redact(text))")
        }
    }

    @Test("each harmless text stays", arguments: HarmlessText.all)
    func harmless(_ harmless: HarmlessText) {
        for text in harmless.texts { #expect(Redactor().redact(text) == text) }
    }

    @Test(
        "redacted text stays as it is, and the last scan finds nothing in it",
        arguments: PlantedSecret.all)
    func stable(_ planted: PlantedSecret) {
        for text in planted.texts {
            let redactor = redactor(for: planted)
            let once = redactor.redact(text)
            #expect(redactor.redact(once) == once)
            #expect(redactor.leaks(in: Array(once.utf8)).isEmpty)
            #expect(!redactor.leaks(in: Array(text.utf8)).isEmpty)
        }
    }

    private func redactor(for planted: PlantedSecret) -> Redactor {
        let redactor = Redactor()
        redactor.learn(planted.variables)
        return redactor
    }

    private func leaks(_ planted: PlantedSecret, in text: String) -> Bool {
        let shown = redactor(for: planted).redact(text)
        // The lines around a key in a block are no secret.
        let lines = planted.secret.replacing("\\n", with: "\n").split(separator: "\n")
            .filter { !$0.hasPrefix("-----") }
        return lines.contains { line in
            let signs = Array(line)
            let length = min(Self.leakLength, signs.count)
            return (0...(signs.count - length)).contains { start in
                shown.contains(String(signs[start..<(start + length)]))
            }
        }
    }
}
