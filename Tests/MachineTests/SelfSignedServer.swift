import Foundation
import Machine
import TestSupport

/// A TLS server with a certificate that nobody has signed but itself.
///
/// `openssl s_server` serves it; where that program is missing there is no server.
final class SelfSignedServer {
    /// Whether the program that serves is installed.
    static let isAvailable = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/bin"]
        .contains { FileManager.default.isExecutableFile(atPath: $0 + "/openssl") }

    /// The TCP port that it listens on, on 127.0.0.1.
    let port: Int
    /// The file with its certificate.
    let certificate: String
    private let process: Process
    private let folder: TemporaryFolder

    /// Makes a certificate for `localhost` and starts a server with it.
    init() async throws {
        folder = try TemporaryFolder()
        let key = folder.path + "/key.pem"
        certificate = folder.path + "/certificate.pem"
        let made = try await LiveCommandRunner().run(
            Command(
                "openssl",
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                    "-nodes", "-keyout", key, "-out", certificate, "-subj", "/CN=localhost",
                ], timeout: .seconds(20)))
        guard made.exitCode == 0 else { throw Failure(reason: made.errorOutput) }
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key,
            "-www",
        ]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        port = try Self.port(from: output.fileHandleForReading)
    }

    deinit {
        process.terminate()
    }

    /// Reads up to the line `ACCEPT 127.0.0.1:PORT`.
    private static func port(from output: FileHandle) throws -> Int {
        var text = ""
        while true {
            let data = output.availableData
            guard !data.isEmpty else { throw Failure(reason: "no port in: \(text)") }
            text += String(decoding: data, as: UTF8.self)
            let line = text.split(separator: "\n").first { $0.hasPrefix("ACCEPT ") }
            let digits = line?.split(separator: ":").last?.prefix { $0.isNumber }
            if let port = digits.flatMap({ Int($0) }), text.hasSuffix("\n") { return port }
        }
    }

    /// Why there is no server.
    struct Failure: Error {
        let reason: String
    }
}
