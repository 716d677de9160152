import Foundation
import Machine
import Testing

/// The running servers of `Servers/websocket.py`; they end with this value.
final class WebSocketServers: Sendable {
    /// Whether Python with its `websockets` and `openssl` are there; says why not.
    static let isAvailable: Bool = {
        if TestEnvironment.value("DIAGNOSE_TEST_PYTHON") != nil { return true }
        print("skipped, DIAGNOSE_TEST_PYTHON: Tests/prepare has not found it, or has not run")
        return false
    }()

    /// The folder with the certificate, `certificate.pem`, for `localhost` and 127.0.0.1.
    let directory: String
    private let ports: Ports
    /// Closing it ends the servers.
    private let input: Pipe

    private struct Ports: Decodable {
        var plain: Int
        var tls: Int
        var proxy: Int
        var raw: Int
    }

    /// The address of the servers that behave.
    var plain: String { "ws://127.0.0.1:\(ports.plain)" }
    /// The same inside TLS.
    var secure: String { "wss://localhost:\(ports.tls)" }
    /// The same behind a proxy that takes upgrades out.
    var proxied: String { "ws://127.0.0.1:\(ports.proxy)" }
    /// The address of the server that misbehaves.
    var broken: String { "ws://127.0.0.1:\(ports.raw)" }
    /// The port of the servers that speak TLS, asked without it.
    var mistaken: String { "ws://127.0.0.1:\(ports.tls)" }
    /// The port of a server without TLS, asked with it.
    var bare: String { "wss://localhost:\(ports.plain)" }

    /// Makes a certificate and starts the servers.
    init() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("diagnose-websocket-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        directory = folder.path
        try await Program.succeed(
            "openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes", "-keyout", "key.pem", "-out", "certificate.pem", "-subj",
                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
            ], in: directory)
        let python = try #require(TestEnvironment.value("DIAGNOSE_TEST_PYTHON"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [
            TestEnvironment.root
                .appendingPathComponent("Tests/IntegrationTests/Servers/websocket.py").path,
            directory + "/certificate.pem", directory + "/key.pem",
        ]
        let output = Pipe()
        input = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        ports = try JSONDecoder().decode(
            Ports.self, from: output.fileHandleForReading.availableData)
    }

    deinit {
        try? input.fileHandleForWriting.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Whether `openssl` runs as a client of the server inside TLS.
    var hasSecureClient: Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.contains { process in
            let words = (try? LiveFileSystem().text(of: "/proc/\(process)/cmdline")) ?? ""
            return words.contains("s_client") && words.contains(":\(ports.tls)\0")
        }
    }

    /// Runs `diagnose probe ws` and gives what it saw.
    ///
    /// - Parameter runbook: a runbook that it knows.
    func probe(_ words: String..., runbook: String? = nil) async throws -> VerdictDocument.Probe {
        var flags = ["--output", "json"]
        if let runbook {
            let file = directory + "/rooms.md"
            try runbook.write(toFile: file, atomically: true, encoding: .utf8)
            flags += ["--runbooks", file]
        }
        let result = try await Program.diagnose(["probe", "ws"] + words + flags, in: directory)
        let probe = try VerdictDocument(result).probes.first
        return try #require(probe, "\(result.output)\(result.errorOutput)")
    }
}
