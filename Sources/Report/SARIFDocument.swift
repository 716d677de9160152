import Catalog

/// Diagnostics as a SARIF log, which code-scanning services read.
///
/// Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard.
public enum SARIFDocument {
    private static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    /// The log of one run.
    ///
    /// - Parameters:
    ///   - diagnostics: What was found.
    ///   - rules: What every rule looks for.
    ///   - version: The version of this program.
    public static func document(
        of diagnostics: [Diagnostic], rules: [RuleDescription], version: String
    ) -> String {
        let numbers = Dictionary(rules.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let driver = JSONText.object([
            ("name", .string("diagnose")),
            ("version", .string(version)),
            ("rules", .array(rules.map(rule))),
        ])
        let run = JSONText.object([
            ("tool", .object([("driver", driver)])),
            // 3.14.17: columns are counted in characters here.
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(diagnostics.map { result(of: $0, number: numbers[$0.rule]) })),
        ])
        return JSONText.object([
            ("$schema", .string(schema)), ("version", .string("2.1.0")), ("runs", .array([run])),
        ]).document
    }

    /// A rule (3.49).
    private static func rule(_ rule: RuleDescription) -> JSONText {
        .object([
            ("id", .string(rule.name)),
            ("shortDescription", .object([("text", .string(rule.abstract))])),
            ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
        ])
    }

    /// A result (3.27).
    private static func result(of diagnostic: Diagnostic, number: Int?) -> JSONText {
        let place = diagnostic.location
        let region = JSONText.object([
            ("startLine", .integer(max(1, place.line))),
            ("startColumn", .integer(max(1, place.column))),
        ])
        let physical = JSONText.object([
            ("artifactLocation", .object([("uri", .string(address(of: place.file)))])),
            ("region", region),
        ])
        var members: [(String, JSONText)] = [("ruleId", .string(diagnostic.rule))]
        if let number { members.append(("ruleIndex", .integer(number))) }
        members += [
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", .object([("text", .string(diagnostic.message))])),
            ("locations", .array([.object([("physicalLocation", physical)])])),
        ]
        return .object(members)
    }

    /// A path as a URI reference (RFC 3986, 4.1 and 4.2): an absolute one as a `file` URI, a relative
    /// one without a `./` in front, for services compare it with paths in the repository.
    static func address(of file: String) -> String {
        var path = Substring(file)
        while path.hasPrefix("./") { path = path.dropFirst(2) }
        let encoded = path.utf8.map { byte -> String in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || "-._~/".utf8.contains(byte)
            if isPlain { return String(Unicode.Scalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }
        .joined()
        return file.hasPrefix("/") ? "file://" + encoded : encoded
    }
}
