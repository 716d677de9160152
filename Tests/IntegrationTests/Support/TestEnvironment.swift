import Foundation
import Testing

/// What `Tests/prepare` found on this machine.
enum TestEnvironment {
    /// The root of the repository.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The executable under test, built beside the test bundle.
    static let executable: String = {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = own.deletingLastPathComponent().appendingPathComponent("diagnose").path
        return FileManager.default.isExecutableFile(atPath: beside)
            ? beside : root.appendingPathComponent(".build/debug/diagnose").path
    }()

    private static let values: [String: String] = {
        let file = root.appendingPathComponent(".build/test-environment")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
        return text.split(separator: "\n").reduce(into: [:]) { values, line in
            let parts = line.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
        }
    }()

    /// The value of a key, or `nil` where `Tests/prepare` did not find it.
    static func value(_ key: String) -> String? {
        values[key].flatMap { $0.hasPrefix("missing: ") ? nil : $0 }
    }

    /// Whether a real engine with compose, the images and alembic are there; says why not.
    static let hasEngine: Bool = {
        let keys = ["DIAGNOSE_TEST_DOCKER", "DIAGNOSE_TEST_COMPOSE", "DIAGNOSE_TEST_ALEMBIC"]
        let missing = keys.filter { value($0) == nil }
        for key in missing {
            print("skipped, \(key): \(values[key] ?? "Tests/prepare has not run")")
        }
        return missing.isEmpty
    }()

    /// The checker of metrics that comes with Prometheus.
    static let promtool = value("DIAGNOSE_TEST_PROMTOOL")

    /// What is added to the environment of every program a test starts.
    static var additions: [String: String] {
        var path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        if let alembic = value("DIAGNOSE_TEST_ALEMBIC") {
            path = URL(fileURLWithPath: alembic).deletingLastPathComponent().path + ":" + path
        }
        var additions = ["PATH": path]
        additions["DOCKER_CONFIG"] = value("DIAGNOSE_TEST_DOCKER_CONFIG")
        return additions
    }
}
