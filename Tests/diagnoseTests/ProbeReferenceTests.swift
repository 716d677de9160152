import Foundation
import Probes
import Testing

/// The probe reference of the README, which is the kinds' own declaration.
@Suite struct ProbeReferenceTests {
    private static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("README.md")

    private static var reference: String {
        ProbeRegistry.kinds.map(\.schema).map { schema in
            let observables = schema.observables.map {
                "| `\($0.key.hasSuffix(".") ? $0.key + "NAME" : $0.key)` | \(form($0.type)) | \(escaped($0.help)) |"
            }
            let options = schema.options
                .filter { ![ProbeSchema.componentKey, ProbeSchema.timeoutKey].contains($0.key) }
                .map { "| `\($0.key)=` | option: \(form($0.type)) | \(escaped($0.help)) |" }
            return """
                **`\(schema.kind) \(schema.subject.name)`** \(schema.abstract) A line that states \
                nothing means `\(schema.defaultConditions.joined(separator: " "))`.

                | key | value | what it is |
                |---|---|---|
                \((observables + options).joined(separator: "\n"))

                    \(schema.examples.joined(separator: "\n    "))

                """
        }
        .joined(separator: "\n")
    }

    private static func form(_ type: ValueType) -> String { escaped(type.form) }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "|", with: "\\|")
    }

    @Test("the reference in the README is the kinds' declaration")
    func reference() throws {
        let readme = try String(contentsOf: Self.file, encoding: .utf8)
        let start = try #require(readme.range(of: "<!-- probe-reference -->\n")).upperBound
        let end = try #require(readme.range(of: "<!-- /probe-reference -->")).lowerBound
        let wanted = "\n" + Self.reference + "\n"
        if ProcessInfo.processInfo.environment["DIAGNOSE_UPDATE_GOLDENS"] == "1" {
            var changed = readme
            changed.replaceSubrange(start..<end, with: wanted)
            try changed.write(to: Self.file, atomically: true, encoding: .utf8)
            return
        }
        #expect(String(readme[start..<end]) == wanted, "DIAGNOSE_UPDATE_GOLDENS=1 rewrites it")
    }
}
