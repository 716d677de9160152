import Foundation
import Testing

@testable import diagnose

@Suite struct LintRulesTests {
    @Test("every rule that any source names is described")
    func described() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
                "Sources")
        let names = Set(LintCommand.descriptions.map(\.name))
        #expect(names.count == LintCommand.descriptions.count)
        let files = try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var found = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(
                of:
                    /rule: "([a-z-]+)"|report\(\s*(?:\.\w+, )?"(front-[a-z-]+)"|error\(\s*"(probe-[a-z]+)"/
            ) {
                let name = match.output.1 ?? match.output.2 ?? match.output.3 ?? ""
                // The rule of an edit that `new` makes is none of lint's.
                if name == "new" { continue }
                found += 1
                #expect(names.contains(String(name)), "\(name) in \(file.lastPathComponent)")
            }
        }
        #expect(found > 20)
    }
}
