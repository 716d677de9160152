import Foundation
import Testing

/// A running `network.py`: a network of its own where every server misbehaves.
final class HostileNetwork {
    /// What a run of the executable in it came to.
    struct Run: Decodable {
        /// `nil` where it hung.
        var exitCode: Int32?
        var seconds: Double
        var peakKilobytes: Int
        var output: String
        var errorOutput: String
    }

    /// What is asked of the script for one run.
    private struct Question: Encodable {
        var command: [String]
        var environment: [String: String]
        var directory: String
    }

    /// Own networks take root, or a system that lets everybody make namespaces (unshare(1)).
    private static let namespaces =
        (geteuid() == 0 ? [] : ["--map-root-user"]) + ["--net", "--mount"]

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    /// What was read beyond the last line.
    private var rest = Data()

    /// Whether there can be such a network here; says why not.
    static let isAvailable: Bool = {
        let trial = Process()
        trial.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        trial.arguments = ["unshare"] + namespaces + ["python3", "-c", "import ssl, zlib"]
        trial.standardOutput = FileHandle.nullDevice
        trial.standardError = FileHandle.nullDevice
        try? trial.run()
        trial.waitUntilExit()
        if trial.terminationStatus == 0 { return true }
        print("skipped, a network of its own takes root (or user namespaces), unshare and python3")
        return false
    }()

    /// Starts the network and waits until it stands.
    init() throws {
        let script = TestEnvironment.root
            .appendingPathComponent("Tests/IntegrationTests/Hostile/Network/network.py").path
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["unshare"] + Self.namespaces + ["python3", "-B", script]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try #require(readLine() == "ready", "the network does not come up")
    }

    deinit {
        // At the end of its input it ends.
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Runs the executable and measures it.
    func diagnose(
        _ arguments: [String], in directory: String, environment: [String: String]
    ) throws -> Run {
        let question = Question(
            command: [TestEnvironment.executable] + arguments, environment: environment,
            directory: directory)
        let line = try JSONEncoder().encode(question) + Data("\n".utf8)
        try input.fileHandleForWriting.write(contentsOf: line)
        return try JSONDecoder().decode(Run.self, from: Data(readLine().utf8))
    }

    private func readLine() -> String {
        while !rest.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { return "" }
            rest += piece
        }
        let line = rest.prefix { $0 != UInt8(ascii: "\n") }
        rest = Data(rest.dropFirst(line.count + 1))
        return String(decoding: line, as: UTF8.self)
    }
}
