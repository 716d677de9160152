import Foundation

/// The real programs that tests may use, which `Tests/prepare` writes to `.build/test-environment`.
enum TestEnvironment {
    /// The path of the real `alembic`; `nil` where there is none.
    static let alembic = value(of: "DIAGNOSE_TEST_ALEMBIC") ?? onPath("alembic")

    /// Why tests that need `alembic` are skipped.
    static let withoutAlembic = "no alembic is installed: run Tests/prepare"

    /// The path of the real `sqlite3`; `nil` where there is none.
    static let sqlite = onPath("sqlite3")

    private static func value(of key: String) -> String? {
        var folder = URL(filePath: #filePath)
        while folder.path() != "/" {
            folder.deleteLastPathComponent()
            let file = folder.appending(path: ".build/test-environment")
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            let line = text.split(separator: "\n").first { $0.hasPrefix(key + "=") }
            return line.map { String($0.dropFirst(key.count + 1)) }
                .flatMap { $0.hasPrefix("missing: ") ? nil : $0 }
        }
        return nil
    }

    private static func onPath(_ program: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
