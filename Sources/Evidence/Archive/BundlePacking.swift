import Foundation
import Machine

/// Packs staged files with the system's `tar` and `gzip`: same files, same bytes.
struct BundlePacking: Sendable {
    /// The private folder.
    let folder: String
    /// The folder in it that is packed.
    let name: String
    /// Runs the programs.
    let commands: any CommandRunner

    private static let timeout: Duration = .seconds(120)

    /// Packs files in the order given.
    ///
    /// Owner, mode and time are the same for all, and gzip leaves out the time (`-n`), so that nothing
    /// of the machine is in it (GNU tar manual, 8.4 "Making tar Archives More Reproducible").
    ///
    /// - Returns: Where the archive is, and its length.
    /// - Throws: ``BundleFailure``.
    func pack(
        _ paths: [String], modified: Date
    ) async throws(BundleFailure) -> (path: String, bytes: Int) {
        let archive = "\(folder)/archive.tar.gz"
        let file = try WrittenFile(archive)
        let command = Command(
            "tar",
            [
                "--create", "--file=-", "--format=ustar", "--no-recursion", "--owner=0",
                "--group=0", "--numeric-owner", "--mode=600",
                "--mtime=@\(Int(modified.timeIntervalSince1970))",
                "--use-compress-program=gzip -n", "--directory=\(folder)", "--",
            ] + paths.map { "\(name)/\($0)" },
            environment: ["TAR_OPTIONS": "", "GZIP": "", "LC_ALL": "C"], timeout: Self.timeout)
        let result: CommandResult
        do throws(CommandFailure) {
            result = try await commands.stream(command) { file.write($0) }
        } catch {
            if let reason = file.reason { throw .unwritable(archive, reason: reason) }
            if case .cancelled = error { throw .interrupted }
            throw .program(error.summary)
        }
        guard result.exitCode == 0 else {
            throw .program("tar could not pack it: \(Self.words(of: result))")
        }
        guard file.synchronize() else {
            throw .unwritable(archive, reason: file.reason ?? "it was not written")
        }
        let size = try? FileManager.default.attributesOfItem(atPath: archive)[.size] as? Int
        return (archive, size ?? 0)
    }

    /// Gives the archive its final name in one step (rename(2)).
    ///
    /// - Throws: ``BundleFailure/unwritable(_:reason:)``.
    func move(_ archive: String, to path: String) throws(BundleFailure) {
        guard rename(archive, path) == 0 else {
            throw .unwritable(path, reason: String(cString: strerror(errno)))
        }
        // The name is on the disk only once the folder is.
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = open(parent, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        _ = close(descriptor)
    }

    private static func words(of result: CommandResult) -> String {
        let line = result.errorOutput.split(separator: "\n").first.map(String.init) ?? ""
        return line.isEmpty ? "it ended with \(result.exitCode)" : String(line.prefix(200))
    }
}
