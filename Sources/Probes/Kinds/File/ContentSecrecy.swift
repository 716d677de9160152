import Redaction

/// Tells what of a file may be shown.
enum ContentSecrecy {
    /// Whether a line names something whose value is a secret: `"api_key": "…"`, `password: …`.
    static func speaksOfSecret(_ line: String) -> Bool {
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
            .contains { SecretName.isSecret(String($0)) }
    }

    /// Names, a few of them, fit to be shown.
    static func list(_ names: [String], redactor: Redactor) -> String {
        let shown = names.prefix(shownNames).map {
            Excerpt.line(of: $0, limit: Excerpt.valueLength, redactor: redactor)
        }
        let more = names.count - shown.count
        return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private static let shownNames = 8
}
