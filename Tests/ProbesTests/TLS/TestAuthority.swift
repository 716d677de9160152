import Foundation
import Machine

/// A root and an intermediate authority that `openssl` makes for tests, and what they sign.
final class TestAuthority: Sendable {
    /// The folder of all files, taken away with the value.
    let folder: String
    private let runner = LiveCommandRunner()

    /// Whether the program is installed.
    static let isAvailable = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/bin"]
        .contains { FileManager.default.isExecutableFile(atPath: $0 + "/openssl") }

    /// Makes both authorities and the key that all servers use.
    init() async throws {
        let made = FileManager.default.temporaryDirectory
            .appendingPathComponent("authority-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        folder = made.path
        try write("", to: "index.txt")
        try write(Self.configuration(names: ""), to: "root.cnf")
        try await openssl(
            ["req", "-x509", "-days", "30", "-out", path("root.pem")]
                + newKey("root.key", subject: "/O=Diagnose Test/CN=Root"))
        try await openssl(
            ["req", "-new", "-out", path("middle.csr")]
                + newKey("middle.key", subject: "/CN=Intermediate"))
        try await openssl(
            ["ca", "-batch", "-notext", "-config", path("root.cnf"), "-cert", path("root.pem")]
                + ["-keyfile", path("root.key"), "-in", path("middle.csr"), "-days", "20"]
                + ["-extensions", "authority", "-out", path("middle.pem")])
        try await openssl(
            ["req", "-new", "-out", path("server.csr")]
                + newKey("server.key", subject: "/CN=localhost"))
        let parents = try [path("middle.pem"), path("root.pem")].map {
            try String(contentsOfFile: $0, encoding: .utf8)
        }
        try write(parents.joined(), to: "middle-and-root.pem")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The absolute path of one of its files.
    func path(_ name: String) -> String { folder + "/" + name }

    /// Signs a certificate for `CN=localhost` and gives its path.
    ///
    /// - Parameters:
    ///   - names: What it covers, as `DNS:localhost,IP:127.0.0.1`; nothing when empty.
    ///   - validity: From when until when, as `-startdate` and `-enddate` want it; ten days unless
    ///     told.
    func certificate(
        names: String = "DNS:localhost,IP:127.0.0.1", validity: (String, String)? = nil
    ) async throws -> String {
        let name = UUID().uuidString
        try write(Self.configuration(names: names), to: name + ".cnf")
        let days = validity.map { ["-startdate", $0.0, "-enddate", $0.1] } ?? ["-days", "10"]
        try await openssl(
            ["ca", "-batch", "-notext", "-config", path(name + ".cnf")]
                + ["-cert", path("middle.pem"), "-keyfile", path("middle.key")]
                + ["-in", path("server.csr"), "-out", path(name + ".pem")] + days)
        return path(name + ".pem")
    }

    private func newKey(_ name: String, subject: String) -> [String] {
        [
            "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
            path(name), "-subj", subject,
        ]
    }

    /// The settings of `openssl ca` (openssl-ca(1)); paths are read from the authority's folder.
    private static func configuration(names: String) -> String {
        """
        [ca]
        default_ca = own
        [own]
        database = index.txt
        new_certs_dir = .
        default_md = sha256
        policy = names
        rand_serial = yes
        unique_subject = no
        x509_extensions = server
        [names]
        commonName = supplied
        [authority]
        basicConstraints = critical,CA:TRUE
        [server]
        basicConstraints = CA:FALSE
        \(names.isEmpty ? "" : "subjectAltName = \(names)")

        """
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }

    private func openssl(_ arguments: [String]) async throws {
        let result = try await runner.run(
            Command("openssl", arguments, directory: folder, timeout: .seconds(30)))
        guard result.exitCode == 0 else { throw Failure(reason: result.errorOutput) }
    }

    /// Why there is no authority.
    struct Failure: Error {
        let reason: String
    }
}
