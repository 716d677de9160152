import Foundation
import Machine

/// A world in which everything that is asked gives the same bytes.
enum EchoingWorld {
    /// What everything says.
    struct Answer {
        var bytes: [UInt8]

        /// The bytes as text, invalid UTF-8 replaced.
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Every program is installed and prints the answer, every path is a file that holds it, every
    /// server sends it.
    static func world(saying answer: Answer) -> World {
        .fake(
            transport: EchoingTransport(answer: answer), sockets: EchoingSockets(answer: answer),
            commands: EchoingCommands(answer: answer), files: EchoingFiles(answer: answer),
            environment: ["JWT_SECRET": answer.text, "WHIP_BASE": answer.text])
    }
}

/// Sends the same body and fields to everyone.
struct EchoingTransport: HTTPTransport {
    let answer: EchoingWorld.Answer

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let fields = ["Content-Type", "Location", "Access-Control-Allow-Origin", "Server", "Via"]
            .map { HTTPField(name: $0, value: answer.text) }
        return HTTPResponse(
            status: 200, fields: fields, body: Array(answer.bytes.prefix(request.bodyLimit)),
            url: request.url)
    }
}

/// Every name leads somewhere, and whoever listens there sends the same.
struct EchoingSockets: SocketConnector {
    let answer: EchoingWorld.Answer

    func addresses(of host: String, timeout: Duration) async throws(SocketFailure) -> [String] {
        answer.text.split(separator: "\n").prefix(4).map(String.init) + ["203.0.113.7"]
    }

    func connect(
        to target: SocketTarget, timeout: Duration
    ) async throws(SocketFailure) -> any SocketConnection {
        try await FakeSocketConnector([target: .pieces([answer.bytes])])
            .connect(to: target, timeout: timeout)
    }
}

/// Every program prints the same, twice.
struct EchoingCommands: CommandRunner {
    let answer: EchoingWorld.Answer

    func run(_ command: Command) async throws(CommandFailure) -> CommandResult {
        CommandResult(
            exitCode: Int32(answer.bytes.first ?? 0) % 2, standardOutput: answer.bytes,
            standardError: answer.bytes)
    }

    func isInstalled(_ program: String) -> Bool { true }
}

/// Every path is a file with the same in it; folders have one file each.
struct EchoingFiles: FileSystem {
    let answer: EchoingWorld.Answer

    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
        Array(answer.bytes.prefix(limit))
    }

    func readTail(_ path: String, limit: Int) throws(FileFailure) -> FileTail {
        FileTail(bytes: Array(answer.bytes.suffix(limit)))
    }

    func list(_ path: String) throws(FileFailure) -> [String] {
        answer.text.split(separator: "\n").prefix(3).map(String.init) + ["1"]
    }

    func kind(of path: String) -> FileKind? { .file }

    func attributes(of path: String) throws(FileFailure) -> FileAttributes {
        FileAttributes(
            kind: .file, size: answer.bytes.count, permissions: 0o644, owner: 0, ownerName: "root",
            modified: Date(timeIntervalSince1970: 1_767_225_600))
    }

    func volume(of path: String) throws(FileFailure) -> VolumeSpace {
        try FakeFileSystem([path: "x"]).volume(of: path)
    }

    func linkTarget(of path: String) -> String? { answer.text }
}
