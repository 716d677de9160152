import Redaction

/// Tells what of a file may be shown.
enum ContentSecrecy {
    /// Whether a line names something whose value is a secret: `"api_key": "…"`, `password: …`.
    static func speaksOfSecret(_ line: String) -> Bool {
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
            .contains { SecretName.isSecret(String($0)) }
    }

    /// Whether a file's place or name says that all of it is a secret: `secrets/api.txt`,
    /// `.ssh/id_rsa`, `db_password.txt`, `server.key`. What is written in a language to program in
    /// only deals with secrets: `tokens.py`.
    static func isSecretFile(_ path: String) -> Bool {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last else { return false }
        if parts.dropLast().contains(where: { secretFolders.contains($0.lowercased()) }) {
            return true
        }
        let ending = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        if secretEndings.contains(ending) { return true }
        let stem = ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
        return !programEndings.contains(ending) && SecretName.isSecret(stem)
    }

    /// Folders of keys and of what compose mounts as secrets (`/run/secrets`).
    private static let secretFolders: Set<String> = ["secrets", ".ssh", ".aws"]
    private static let secretEndings: Set<String> = ["key", "pem"]
    private static let programEndings: Set<String> = [
        "py", "js", "mjs", "cjs", "ts", "jsx", "tsx", "go", "rb", "rs", "sh", "md",
    ]

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
