import Machine

/// SHA-256 of files, as the system's own programs count them.
struct FileDigests: Sendable {
    /// Runs the programs.
    let commands: any CommandRunner

    /// Programs that print the digest in front of each name: coreutils, Perl (macOS), OpenSSL.
    private static let programs = [
        ["sha256sum", "--"], ["shasum", "-a", "256", "--"], ["openssl", "dgst", "-sha256", "-r"],
    ]
    /// How many files are passed to a program at once.
    private static let filesAtOnce = 500
    private static let timeout: Duration = .seconds(60)

    /// The digests of files in a folder, in their order.
    ///
    /// - Throws: ``BundleFailure/program(_:)``, or that it was interrupted.
    func digests(of names: [String], in folder: String) async throws(BundleFailure) -> [String] {
        guard let words = Self.programs.first(where: { commands.isInstalled($0[0]) }) else {
            throw .program("none of sha256sum, shasum and openssl is installed here")
        }
        var digests: [String] = []
        var rest = names[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.filesAtOnce)
            rest = rest.dropFirst(part.count)
            digests += try await printed(for: part.map { "./\($0)" }, in: folder, words)
        }
        return digests
    }

    private func printed(
        for paths: [String], in folder: String, _ words: [String]
    ) async throws(BundleFailure) -> [String] {
        let program = words[0]
        let result: CommandResult
        do {
            result = try await commands.run(
                Command(
                    program, words.dropFirst() + paths, directory: folder, timeout: Self.timeout))
        } catch .cancelled {
            throw .interrupted
        } catch {
            throw .program(error.summary)
        }
        let digests = result.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
        guard result.exitCode == 0, digests.count == paths.count, digests.allSatisfy(Self.isDigest)
        else { throw .program("\(program) did not count the files' digests") }
        return digests.map(String.init)
    }

    private static func isDigest(_ text: Substring) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
