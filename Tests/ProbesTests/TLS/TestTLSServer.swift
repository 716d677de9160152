import Foundation

/// A TLS server on a port of 127.0.0.1 that `openssl s_server` plays.
final class TestTLSServer {
    /// The port's number.
    let port: Int
    private let process = Process()

    /// Starts a server with the certificate and further arguments of openssl-s_server(1).
    init(_ authority: TestAuthority, certificate: String, _ arguments: [String] = []) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate]
            + ["-key", authority.path("server.key")] + arguments
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        port = try Self.port(from: output.fileHandleForReading)
    }

    deinit {
        // Started from one of Dispatch's threads it inherits a mask that holds SIGTERM back.
        _ = kill(process.processIdentifier, SIGKILL)
    }

    /// Reads up to the line `ACCEPT 127.0.0.1:PORT`.
    private static func port(from output: FileHandle) throws -> Int {
        var text = ""
        while true {
            let data = output.availableData
            guard !data.isEmpty else { throw TestAuthority.Failure(reason: "no port: \(text)") }
            text += String(decoding: data, as: UTF8.self)
            let line = text.split(separator: "\n").first { $0.hasPrefix("ACCEPT ") }
            let digits = line?.split(separator: ":").last?.prefix { $0.isNumber }
            if let port = digits.flatMap({ Int($0) }), text.hasSuffix("\n") { return port }
        }
    }
}
