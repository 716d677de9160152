import Foundation

/// The files of the demo's stack.
enum DemoFiles {
    /// Writes them into a new folder and gives its path.
    static func write(fault: DemoFault?) throws -> String {
        let root = FileManager.default.temporaryDirectory
            .appendingPathComponent("diagnose-demo-\(UUID().uuidString)")
        let versions = root.appendingPathComponent("migrations/versions")
        do {
            try FileManager.default.createDirectory(
                at: versions, withIntermediateDirectories: true)
            for (path, text) in texts(fault: fault) {
                try Data(text.utf8).write(to: root.appendingPathComponent(path))
            }
        } catch {
            try? FileManager.default.removeItem(at: root)
            throw error
        }
        return root.path
    }

    private static func texts(fault: DemoFault?) -> [(path: String, text: String)] {
        let mediaBase =
            fault == .internalMediaAddress
            ? "http://mediamtx:8889" : "https://media.example.org"
        let password = fault == .emptyAdminPassword ? "" : "demo-password-of-the-day"
        var texts = [
            (
                ".env",
                "MEDIAMTX_WHIP_BASE=\(mediaBase)\nADMIN_PASSWORD=\(password)\n"
            ),
            ("alembic.ini", "[alembic]\nscript_location = migrations\n"),
            ("migrations/versions/0001_events.py", migration("1a2b3c4d5e6f", after: nil)),
            (
                "migrations/versions/0002_booths.py",
                migration("2b3c4d5e6f70", after: "1a2b3c4d5e6f")
            ),
        ]
        if fault == .twoHeads {
            texts += [
                (
                    "migrations/versions/0003_captions.py",
                    migration("3c4d5e6f7081", after: "2b3c4d5e6f70")
                ),
                (
                    "migrations/versions/0003_recordings.py",
                    migration("4d5e6f708192", after: "2b3c4d5e6f70")
                ),
            ]
        }
        return texts
    }

    private static func migration(_ revision: String, after parent: String?) -> String {
        let down = parent.map { "\"\($0)\"" } ?? "None"
        return """
            revision = "\(revision)"
            down_revision = \(down)


            def upgrade():
                pass


            def downgrade():
                pass

            """
    }
}
